"""Elements as plain values, and the XML of them: written in one go, for files of a hundred thousand elements."""

import re
from collections.abc import Iterator
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


class Tag(NamedTuple):
    """An element with its attributes, and what it holds: other elements, or words.

    Very many elements stand inside as something that makes them one by one, so that they are never all there at once.
    """

    name: str
    attributes: dict[str, object]
    inside: list["Tag | Iterator[Tag]"]
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
            for inner in (each,) if isinstance(each, Tag) else each:
                _write(inner, margin + "  ", lines)
        lines.append(f"{margin}</{one.name}>\n")
    elif one.words:
        lines.append(f"{margin}<{one.name}{said}>{_NOT_PLAIN.sub(_in_words, one.words)}</{one.name}>\n")
    else:
        lines.append(f"{margin}<{one.name}{said} />\n")


def _attribute(value: object) -> object:
    """Ids and numbers need no second look."""
    return value if isinstance(value, UUID | int) else _NOT_PLAIN.sub(_in_attribute, str(value))


def _in_attribute(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], "")


def _in_words(found: re.Match[str]) -> str:
    return _IN_WORDS.get(found[0], "")
