"""A project as XML in the order the standard asks, and the `.qdpx` around it."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from linkwork.exchange.refi_qda.archive import pack
from linkwork.exchange.refi_qda.shapes import (
    Case,
    Code,
    CodeSet,
    Mark,
    Note,
    Passage,
    Project,
    Text,
    User,
    Value,
    Variable,
)

NAMESPACE = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
KINDS = ("Text", "Boolean", "Integer", "Float", "Date", "DateTime")


def qdpx(project: Project) -> bytes:
    """The whole project as a `.qdpx`: each text a file of its own, in UTF-8 without a mark, line ends LF."""
    files = [(f"{text.guid}.txt", text.text.encode()) for text in project.texts]
    files += [(f"{note.guid}.txt", note.text.encode()) for note in project.notes]
    return pack(project_xml(project), files)


def project_xml(project: Project) -> bytes:
    """`project.qde`. Empty groups are left out: the standard knows none."""
    root = _element("Project", xmlns=NAMESPACE, name=project.name, origin=project.origin)
    kinds = {one.guid: one.kind for one in project.variables}
    _group(root, "Users", [_user(one) for one in project.users])
    if project.codes:
        _group(SubElement(root, "CodeBook"), "Codes", [_code(one) for one in project.codes])
    _group(root, "Variables", [_variable(one) for one in project.variables])
    _group(root, "Cases", [_case(one, kinds) for one in project.cases])
    _group(root, "Sources", [_text(one, kinds) for one in project.texts])
    _group(root, "Notes", [_note(one) for one in project.notes])
    _group(root, "Sets", [_set(one) for one in project.sets])
    _words(root, project.description)
    return _bytes(root)


def codebook_xml(codes: Iterable[Code], sets: Iterable[CodeSet] = (), origin: str = "Linkwork") -> bytes:
    """A `.qdc`: the codes alone. Raises ValueError for none, which the standard does not allow."""
    tree = [_code(one) for one in codes]
    if not tree:
        raise ValueError("A codebook needs a code.")
    root = _element("CodeBook", xmlns=CODEBOOK, origin=origin)
    _group(root, "Codes", tree)
    _group(root, "Sets", [_set(one, "guid") for one in sets])
    return _bytes(root)


def _bytes(root: Element) -> bytes:
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _element(tag: str, /, **attributes: object) -> Element:
    """An element with the attributes that hold something."""
    return Element(tag, {name: str(value) for name, value in attributes.items() if value not in (None, "")})


def _group(parent: Element, tag: str, children: list[Element]) -> None:
    if children:
        SubElement(parent, tag).extend(children)


def _words(parent: Element, text: str) -> None:
    if text:
        SubElement(parent, "Description").text = text


def _moment(at: dt.datetime | None) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""


def _user(user: User) -> Element:
    return _element("User", guid=user.guid, name=user.name)


def _code(code: Code) -> Element:
    made = _element(
        "Code", guid=code.guid, name=code.name, isCodable=str(code.codable).lower(), color=code.color
    )
    _words(made, code.description)
    made.extend([_code(one) for one in code.codes])
    return made


def _variable(variable: Variable) -> Element:
    made = _element("Variable", guid=variable.guid, name=variable.name, typeOfVariable=variable.kind)
    _words(made, variable.description)
    return made


def _value(value: Value, kinds: dict[UUID, str]) -> Element:
    made = _element("VariableValue")
    made.append(_element("VariableRef", targetGUID=value.variable))
    SubElement(made, f"{kinds[value.variable]}Value").text = value.text
    return made


def _pointers(tag: str, guids: Iterable[UUID]) -> list[Element]:
    return [_element(tag, targetGUID=one) for one in guids]


def _case(case: Case, kinds: dict[UUID, str]) -> Element:
    made = _element("Case", guid=case.guid, name=case.name)
    _words(made, case.description)
    made.extend([_value(one, kinds) for one in case.values])
    made.extend(_pointers("SourceRef", case.sources))
    made.extend(_pointers("SelectionRef", case.passages))
    return made


def _text(text: Text, kinds: dict[UUID, str]) -> Element:
    made = _element("TextSource", guid=text.guid, name=text.name, plainTextPath=f"internal://{text.guid}.txt")
    _words(made, text.description)
    made.extend([_passage(one) for one in text.passages])
    made.extend([_mark(one) for one in text.marks])
    made.extend(_pointers("NoteRef", text.notes))
    made.extend([_value(one, kinds) for one in text.values])
    return made


def _passage(passage: Passage) -> Element:
    made = _element(
        "PlainTextSelection",
        guid=passage.guid,
        name=passage.name,
        startPosition=passage.start,
        endPosition=passage.end,
        creatingUser=passage.by,
        creationDateTime=_moment(passage.at),
    )
    _words(made, passage.words)
    made.extend([_mark(one) for one in passage.marks])
    made.extend(_pointers("NoteRef", passage.notes))
    return made


def _mark(mark: Mark) -> Element:
    made = _element("Coding", guid=mark.guid, creatingUser=mark.by, creationDateTime=_moment(mark.at))
    made.append(_element("CodeRef", targetGUID=mark.code))
    made.extend(_pointers("NoteRef", mark.notes))
    return made


def _note(note: Note) -> Element:
    return _element(
        "Note",
        guid=note.guid,
        name=note.name,
        plainTextPath=f"internal://{note.guid}.txt",
        creatingUser=note.by,
        creationDateTime=_moment(note.at),
    )


def _set(one: CodeSet, pointing: str = "targetGUID") -> Element:
    made = _element("Set", guid=one.guid, name=one.name)
    _words(made, one.description)
    made.extend([_element("MemberCode", **{pointing: code}) for code in one.codes])
    return made
