"""What does a page of the built site hold? Its chained elements, its parts with an id, and text outside of both."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img", "hr"}
SILENT = {"script", "style", "title", "noscript"}


@dataclass
class Element:
    """One element being read: its text, the links in it, whether something in it is marked as an opinion."""

    tag: str
    chain: str = ""
    id: str = ""
    text: str = ""
    links: list[str] = field(default_factory=list)
    opinion: bool = False


@dataclass
class Seen:
    """A page read. `loose`: texts that stand in no chained element."""

    chained: list[Element] = field(default_factory=list)
    parts: dict[str, Element] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    text: str = ""
    links: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        element = Element(tag, given.get("data-chain", ""), given.get("id", ""))
        self.open.append(element)
        self.seen.text += " "  # what two elements hold are two words
        if element.chain:
            self.seen.chained.append(element)
        if element.id:
            self.seen.parts[element.id] = element
        self.seen.links += [given["href"]] if tag == "a" and "href" in given else []
        for around in self.open:
            around.opinion = around.opinion or "opinion" in given.get("class", "").split()
            around.links += [given["href"]] if tag == "a" and "href" in given else []
        if tag in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(one.tag in SILENT for one in self.open):
            return
        self.seen.text += data
        for around in self.open:
            around.text += data
        if not any(one.chain for one in self.open) and data.strip():
            self.seen.loose.append(data.strip())


def page_seen(html: str) -> Seen:
    """One page, read."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.seen
