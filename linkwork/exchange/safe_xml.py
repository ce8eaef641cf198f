"""Reading XML from strangers: no document types, so no entities of theirs, and no more depth than a code tree has."""

from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused

MOST_DEPTH = 200


def parse(data: bytes, name: str) -> Element:
    """The root element. Raises Refused naming file, line and fault."""
    return _Reader(name).read(data)


class _Reader:
    def __init__(self, name: str) -> None:
        self.name, self.depth, self.builder = name, 0, TreeBuilder()
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
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise Refused(_("%(file)s is nested too deeply to be a project.") % {"file": self.name})
        self.builder.start(local(tag), attributes)

    def _end(self, tag: str) -> None:
        self.depth -= 1
        self.builder.end(local(tag))

    def _refuse_doctype(self, *_parts: object) -> NoReturn:
        raise Refused(
            _("%(file)s declares a document type, which could hide anything, so it is not read.")
            % {"file": self.name}
        )


def local(tag: str) -> str:
    """A name without its namespace: programs differ in how they write that."""
    return tag.rpartition("}")[2]
