"""Reading XML from strangers: no document types, so no entities of theirs, and no more depth than a code tree has."""

from collections.abc import Callable, Mapping
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused

MOST_DEPTH = 200


Whole = Callable[[Element, Element], None]


def parse(data: bytes, name: str, whole: Mapping[str, Whole] | None = None) -> Element:
    """The root element. Raises Refused naming file, line and fault.

    `whole`: what very many elements of a name are given to, each with its parent as soon as it is read whole; then it
    is taken out, so that a large file never stands there as a tree.
    """
    return _Reader(name, whole or {}).read(data)


class _Reader:
    def __init__(self, name: str, whole: Mapping[str, Whole]) -> None:
        self.name, self.whole, self.builder = name, whole, TreeBuilder()
        self.open: list[Element] = []
        self.local = _Local()
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data

    def read(self, data: bytes) -> Element:
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as fault:
            raise Refused(
                _("%(file)s is not XML: line %(line)s, %(fault)s.")
                % {"file": self.name, "line": fault.lineno, "fault": expat.ErrorString(fault.code)}
            ) from None
        return self.builder.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.open) == MOST_DEPTH:
            raise Refused(_("%(file)s is nested too deeply to be a project.") % {"file": self.name})
        self.open.append(self.builder.start(self.local[tag], attributes))

    def _end(self, tag: str) -> None:
        name = self.local[tag]
        self.builder.end(name)
        one = self.open.pop()
        if name in self.whole and self.open:
            self.whole[name](self.open[-1], one)
            del self.open[-1][-1]

    def _refuse_doctype(self, *_parts: object) -> NoReturn:
        raise Refused(
            _("%(file)s declares a document type, which could hide anything, so it is not read.")
            % {"file": self.name}
        )


class _Local(dict[str, str]):
    """Names without their namespace: programs differ in how they write that."""

    def __missing__(self, tag: str) -> str:
        self[tag] = found = tag.rpartition("}")[2]
        return found
