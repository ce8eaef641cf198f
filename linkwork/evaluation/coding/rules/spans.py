"""Where does a text divide into sentences, paragraphs, turns? By code points, ends exclusive, without blank edges."""

import re
from collections.abc import Iterator, Sequence

from linkwork.evaluation.coding.rules.agreed import Unit
from linkwork.evaluation.coding.rules.segments import paragraphs

Span = tuple[int, int]

# A sentence ends at . ! ? … (Arabic ؟) before a space and anything but a small letter, or at a full-width 。！？
# wherever it stands; closing quotation marks and brackets belong to it.
_END = re.compile(r"[.!?…؟]+[\"'”’»)\]]*(?=\s+[^\sa-zß-öø-ÿ])|[。！？]+[”』」）]*")
# A turn begins on a line that opens with a name of up to four words and a colon: "Interviewer: …".
_SPEAKER = re.compile(r"[ \t]*[^\W\d_][^\s:：]*(?: [^\s:：]+){0,3}[:：](?=\s|$)")


def spans(text: str, unit: Unit, window: int | None = None) -> list[Span]:
    """The text's sentences, paragraphs (lines that are not blank), turns, windows, or itself; in order, none empty.

    Before the first speaker is a turn of its own, and so is a text that names no speaker. `window` is the length of
    windows in characters; the last may be shorter. Raises ValueError for other units, or windows without a length.
    """
    if unit is Unit.WINDOW:
        if not window or window < 1:
            raise ValueError("A window needs a length.")
        found = iter([(at, min(at + window, len(text))) for at in range(0, len(text), window)])
    elif unit is Unit.DOCUMENT:
        found = iter([(0, len(text))])
    elif unit is Unit.PARAGRAPH:
        found = iter(paragraphs(text))
    elif unit is Unit.SENTENCE:
        found = _sentences(text)
    elif unit is Unit.TURN:
        found = _turns(text)
    else:
        raise ValueError(f"A text is not divided by {unit}.")
    trimmed = (_trimmed(text, start, end) for start, end in found)
    return [(start, end) for start, end in trimmed if start < end]


def marked_turns(text: str, turns: Sequence[Span]) -> list[Span]:
    """Turns that somebody marked, in order, and what stands before, between and after them; none empty."""
    found, at = [], 0
    for start, end in turns:
        found += [(at, start), (max(at, start), end)]
        at = max(at, end)
    trimmed = (_trimmed(text, start, max(start, end)) for start, end in [*found, (at, len(text))])
    return [(start, end) for start, end in trimmed if start < end]


def _sentences(text: str) -> Iterator[Span]:
    for begin, end in paragraphs(text):
        start = begin
        for stop in _END.finditer(text, begin, end):
            yield start, stop.end()
            start = stop.end()
        yield start, end


def _turns(text: str) -> Iterator[Span]:
    start = 0
    for begin, _end in paragraphs(text):
        if begin and _SPEAKER.match(text, begin):
            yield start, begin
            start = begin
    yield start, len(text)


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    left = start + len(inside) - len(inside.lstrip())
    return left, max(left, start + len(inside.rstrip()))
