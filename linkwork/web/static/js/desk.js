// The coding desk: select words by mouse, touch or keyboard, find a code, press Enter; walk and change the codings;
// undo and redo. Without this module the page still codes: words are pasted, constructs ticked, links followed.

import { arrivals } from "./desk/arrivals.js";
import { walkable } from "./desk/caret.js";
import { exchange } from "./desk/exchange.js";
import { finder } from "./desk/finder.js";
import { hands } from "./desk/hands.js";
import { keys } from "./desk/keys.js";
import { making } from "./desk/making.js";
import { one } from "./desk/one.js";
import { stripes } from "./desk/painting.js";
import { selecting } from "./desk/selecting.js";
import { sending } from "./desk/sending.js";
import { strips } from "./desk/strips.js";
import { walking } from "./desk/walking.js";

/** Set up the desk: `d` holds what stands on it, and each part adds what it can do. */
function open() {
  const desk = one("#desk");
  const text = one("#text");
  const { get, send } = exchange(desk);
  const drawn = strips(desk, text, get);
  const d = {
    desk,
    text,
    form: one("#code"),
    bar: one("#code-this"),
    panel: one("#panel"),
    codes: finder(desk),
    get,
    send,
    drawn,
    caret: walkable(text, drawn.beyond),
    chosen: null, // the words selected
    current: null, // the coding one is on
    touch: false,
  };
  one("[data-words]").hidden = true;
  arrivals(desk, get, () => drawn.again());
  stripes(text);
  Object.assign(d, selecting(d));
  Object.assign(d, walking(d));
  Object.assign(d, sending(d));
  Object.assign(d, making(d));
  hands(d);
  keys(d);
}

if (document.querySelector("#desk")) open();
