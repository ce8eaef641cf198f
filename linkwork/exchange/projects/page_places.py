"""The text of a page whose passages are known by how many bytes of UTF-8 stand before them, tags not counted."""

from array import array
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

from linkwork.exchange.documents.pages import BLOCKS, CELLS, SILENT

SPACES = frozenset(" \t\n\r\f")


class Page(HTMLParser):
    """`text`: a line for each block, a tab between cells, single spaces. `places` finds positions of the page in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._raw: list[str] = []
        self._out: list[str] = []
        self._places = array("L")
        self._silent = self._as_is = 0
        self._begun = False  # inside <pre>, before its first letter
        self.feed(html.replace("\r\n", "\n").replace("\r", "\n").lstrip(" \t\n\f"))
        self.close()
        self._places.append(len(self._out))
        self.text = "".join(self._out)

    def places(self, offsets: Iterable[int]) -> Mapping[int, int]:
        """Where in `text` each of these byte offsets lies; one beyond the end lies at the end."""
        data = "".join(self._raw).encode("utf-8", "replace")
        found, done, index = {}, 0, 0
        for offset in sorted(set(offsets)):
            index += len(data[done : max(offset, 0)].decode("utf-8", "ignore"))
            done = max(offset, 0)
            found[offset] = self._places[min(index, len(self._places) - 1)]
        return found

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """A block begins a line."""
        self._silent += tag in SILENT
        self._as_is += tag == "pre"
        self._begun = tag == "pre"
        if tag in BLOCKS or tag == "br":
            self._end_line()
        elif tag in CELLS and self._out and self._out[-1] not in SPACES:
            self._out.append("\t")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        self._silent = max(0, self._silent - (tag in SILENT))
        self._as_is = max(0, self._as_is - (tag == "pre"))
        if tag in BLOCKS:
            self._end_line()

    def handle_data(self, data: str) -> None:
        """Letters, each with where it went."""
        if self._begun:
            data, self._begun = data.removeprefix("\n"), False
        self._raw.append(data)
        out, places = self._out, self._places
        for letter in data:
            places.append(len(out))
            if self._silent:
                continue
            if letter not in SPACES or (self._as_is and letter != "\r"):
                out.append(letter)
            elif out and out[-1] not in SPACES:
                out.append(" ")

    def _end_line(self) -> None:
        if self._out and self._out[-1] == " ":
            self._out[-1] = "\n"
        elif self._out and self._out[-1] != "\n":
            self._out.append("\n")
