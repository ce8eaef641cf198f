// A piece of a page that the server has drawn, as nodes to be put in place. Scripts in it would not run.

/** @param {string} text @returns {ChildNode[]} */
export function parsed(text) {
  return [...new DOMParser().parseFromString(text, "text/html").body.childNodes];
}
