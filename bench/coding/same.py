"""Do both say the same? Their answers are read for that outside of any time that is taken."""

import csv
import io
import json
import re
from html.parser import HTMLParser


def window(page: str, said: str) -> bool:
    """Whether our page lists some passages, and none that the other does not have."""
    places = re.findall(r'id="c-[^"]+" data-start="(\d+)" data-end="(\d+)"', page)
    listed = {(int(start), int(end)) for start, end in places}
    theirs = json.loads(said)["highlights"]
    return bool(listed) and listed <= {(one["start_offset"], one["end_offset"]) for one in theirs}


def codings(mine: str, theirs: str) -> bool:
    """Place and number of codes of every coding."""
    ours = sorted([one["start"], one["end"], len(one["codes"])] for one in json.loads(mine))
    return ours == sorted(
        [one["start_offset"], one["end_offset"], len(one["tags"])] for one in json.loads(theirs)["highlights"]
    )


def quotations(mine: bytes, theirs: str) -> bool:
    """Every quotation by code and words."""
    rows = csv.reader(io.StringIO(mine.decode("utf-8-sig")))
    head = next(row for row in rows if "Passage" in row)
    words, codes = head.index("Passage"), head.index("Codes")
    ours = sorted(
        [name, " ".join(row[words].split())]
        for row in rows
        if len(row) == len(head)
        for name in row[codes].split("; ")
    )
    said = list(csv.reader(io.StringIO(theirs)))[1:]
    return ours == sorted([tag, " ".join(words.split())] for _id, _document, tag, words in said)


def highlights(mine: str, theirs: str) -> bool:
    """Which letters are marked."""
    return letters(mine) == letters(theirs)


class _Letters(HTMLParser):
    """Gathers what stands in marked stretches; names of codes in brackets are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.kept: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("span", "mark"):
            classes = dict(attrs).get("class") or ""
            self.open.append(tag == "mark" or "highlight" in classes)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("span", "mark") and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if any(self.open):
            self.kept.append(data)


def letters(page: str) -> str:
    """The marked letters of a page, without spaces."""
    reader = _Letters()
    reader.feed(page)
    return "".join("".join(reader.kept).split())
