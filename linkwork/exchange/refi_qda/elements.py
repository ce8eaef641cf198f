"""One element at a time: what a tag of the standard says, as a plain value."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from uuid import UUID
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.exchange.refi_qda.shapes import Case, Code, CodeSet, Loss, Mark, Passage, Value, Variable


def beyond(element: Element, source: Element, tag: str) -> list[Element]:
    """What stands on the source itself where its text is an element inside."""
    return [] if element is source else source.findall(tag)


def inside(parent: Element, group: str) -> list[Element]:
    found = parent.find(group)
    return list(found) if found is not None else []


def words_of(element: Element) -> str:
    return element.findtext("Description") or ""


def guid_of(element: Element, name: str = "guid") -> UUID:
    """An id of its own, or one that is named once."""
    try:
        return UUID(element.get(name, ""))
    except ValueError:
        raise _no_guid(element, name) from None


def named_by(element: Element, name: str = "targetGUID") -> UUID:
    """An id that many name: a user's, a code's."""
    try:
        return _guid(element.get(name, ""))
    except ValueError:
        raise _no_guid(element, name) from None


def _no_guid(element: Element, name: str) -> Refused:
    words = _("A %(element)s has the id “%(id)s”, which is no GUID.")
    return Refused(words % {"element": element.tag, "id": element.get(name, "")})


@lru_cache(4096)
def _guid(said: str) -> UUID:
    return UUID(said)


def number_of(element: Element, name: str) -> int:
    try:
        return int(element.get(name, "-1"))
    except ValueError:
        return -1


def user_of(element: Element) -> UUID | None:
    return named_by(element, "creatingUser") if element.get("creatingUser") else None


def moment_of(element: Element) -> dt.datetime | None:
    return _moment(element.get("creationDateTime", ""))


@lru_cache(4096)
def _moment(said: str) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(said.replace("Z", "+00:00"))
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)


def targets_of(element: Element, tag: str) -> list[UUID]:
    return [named_by(one) for one in element if one.tag == tag]


def marks_of(codings: Iterable[Element]) -> Iterator[Mark]:
    for one in codings:
        guid, by, at = guid_of(one), user_of(one), moment_of(one)
        notes = tuple(targets_of(one, "NoteRef")) if len(one) > 1 else ()
        for inner in one:
            if inner.tag == "CodeRef":
                yield Mark(guid, named_by(inner), by, at, notes)


def passage_of(element: Element) -> Passage:
    """A passage with its marks, its place as the file counts it. A file has ten thousand of them."""
    codings = [one for one in element if one.tag == "Coding"]
    more = len(codings) < len(element)
    return Passage(
        guid=guid_of(element),
        start=number_of(element, "startPosition"),
        end=number_of(element, "endPosition"),
        marks=tuple(marks_of(codings)),
        name=element.get("name", ""),
        words=words_of(element) if more else "",
        notes=tuple(targets_of(element, "NoteRef")) if more else (),
        by=user_of(element),
        at=moment_of(element),
    )


def values_of(elements: list[Element]) -> Iterator[Value]:
    for one in elements:
        pointed = one.find("VariableRef")
        said = next((inner.text or "" for inner in one if inner.tag.endswith("Value")), "")
        if pointed is not None:
            yield Value(guid_of(pointed, "targetGUID"), said)


def codes_of(book: Element) -> tuple[Code, ...]:
    return tuple(code_of(one) for one in inside(book, "Codes"))


def code_of(element: Element) -> Code:
    return Code(
        guid=guid_of(element),
        name=element.get("name", ""),
        description=words_of(element),
        color=element.get("color", ""),
        codable=element.get("isCodable", "true") in ("true", "1"),
        codes=tuple(code_of(one) for one in element.findall("Code")),
    )


def variable_of(element: Element) -> Variable:
    return Variable(
        guid_of(element), element.get("name", ""), element.get("typeOfVariable", "Text"), words_of(element)
    )


def case_of(element: Element) -> Case:
    return Case(
        guid=guid_of(element),
        name=element.get("name", ""),
        description=words_of(element),
        values=tuple(values_of(element.findall("VariableValue"))),
        sources=tuple(targets_of(element, "SourceRef")),
        passages=tuple(targets_of(element, "SelectionRef")),
    )


def set_of(element: Element, loss: Loss) -> CodeSet:
    for one in element:
        if one.tag in ("MemberSource", "MemberNote"):
            loss.add(one.tag, _("only sets of codes are kept"))
    members = element.findall("MemberCode")
    codes = tuple(guid_of(one, "targetGUID" if one.get("targetGUID") else "guid") for one in members)
    return CodeSet(guid_of(element), element.get("name", ""), codes, words_of(element))
