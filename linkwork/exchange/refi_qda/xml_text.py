"""Elements as plain values, and the XML of them: written in one go, for files of a hundred thousand elements."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple
from uuid import UUID

_NOT_PLAIN = re.compile(r"[&<>\"\x00-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}
_IN_WORDS = _ENTITIES | {"\t": "\t", "\n": "\n", '"': '"'}


Lines = Callable[[str], Iterable[str]]  # elements as text, for the margin they stand at


class Tag(NamedTuple):
    """An element with its attributes, and what it holds: other elements, or words.

    Very many elements stand inside as lines that are written one by one, so that they are never all there at once.
    """

    name: str
    attributes: dict[str, object]
    inside: list["Tag | Lines"]
    words: str = ""


def tag(name: str, /, **attributes: object) -> Tag:
    """An element with the attributes that hold something."""
    return Tag(name, {key: value for key, value in attributes.items() if value not in (None, "")}, [])


def document(root: Tag) -> bytes:
    """The whole file in UTF-8. Characters that XML cannot hold are left out."""
    lines = ["<?xml version='1.0' encoding='utf-8'?>\n"]
    _write(root, "", lines)
    return "".join(lines).encode()


def _write(one: Tag, margin: str, lines: list[str]) -> None:
    said = "".join([f' {name}="{_attribute(value)}"' for name, value in one.attributes.items()])
    if one.inside:
        lines.append(f"{margin}<{one.name}{said}>\n")
        for each in one.inside:
            if isinstance(each, Tag):
                _write(each, margin + "  ", lines)
            else:
                lines.extend(each(margin + "  "))
        lines.append(f"{margin}</{one.name}>\n")
    elif one.words:
        lines.append(f"{margin}<{one.name}{said}>{words(one.words)}</{one.name}>\n")
    else:
        lines.append(f"{margin}<{one.name}{said} />\n")


def _attribute(value: object) -> object:
    """Ids and numbers need no second look."""
    return value if isinstance(value, UUID | int) else attribute(str(value))


def attribute(text: str) -> str:
    """As it may stand between quotation marks."""
    return _NOT_PLAIN.sub(_in_attribute, text)


def words(text: str) -> str:
    """As it may stand between tags."""
    return _NOT_PLAIN.sub(_in_words, text)


def _in_attribute(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], "")


def _in_words(found: re.Match[str]) -> str:
    return _IN_WORDS.get(found[0], "")
