"""A project as XML in the order the standard asks, and the `.qdpx` around it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from uuid import UUID

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
from linkwork.exchange.refi_qda.xml_text import Lines, Tag, attribute, document, tag, words

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
    root = tag("Project", xmlns=NAMESPACE, name=project.name, origin=project.origin)
    kinds = {one.guid: one.kind for one in project.variables}
    _group(root, "Users", [_user(one) for one in project.users])
    if project.codes:
        book = tag("CodeBook")
        _group(book, "Codes", [_code(one) for one in project.codes])
        root.inside.append(book)
    _group(root, "Variables", [_variable(one) for one in project.variables])
    _group(root, "Cases", [_case(one, kinds) for one in project.cases])
    _group(root, "Sources", [_text(one, kinds) for one in project.texts])
    _group(root, "Notes", [_note(one) for one in project.notes])
    _group(root, "Sets", [_set(one) for one in project.sets])
    _words(root, project.description)
    return document(root)


def codebook_xml(codes: Iterable[Code], sets: Iterable[CodeSet] = (), origin: str = "Linkwork") -> bytes:
    """A `.qdc`: the codes alone. Raises ValueError for none, which the standard does not allow."""
    tree = [_code(one) for one in codes]
    if not tree:
        raise ValueError("A codebook needs a code.")
    root = tag("CodeBook", xmlns=CODEBOOK, origin=origin)
    _group(root, "Codes", tree)
    _group(root, "Sets", [_set(one, "guid") for one in sets])
    return document(root)


def _group(parent: Tag, name: str, children: Iterable[Tag]) -> None:
    if inside := list[Tag | Lines](children):
        parent.inside.append(Tag(name, {}, inside))


def _words(parent: Tag, text: str) -> None:
    if text:
        parent.inside.append(Tag("Description", {}, [], text))


@lru_cache(1024)
def _moment(at: dt.datetime | None) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""


def _user(user: User) -> Tag:
    return tag("User", guid=user.guid, name=user.name)


def _code(code: Code) -> Tag:
    made = tag("Code", guid=code.guid, name=code.name, isCodable=str(code.codable).lower(), color=code.color)
    _words(made, code.description)
    made.inside.extend([_code(one) for one in code.codes])
    return made


def _variable(variable: Variable) -> Tag:
    made = tag("Variable", guid=variable.guid, name=variable.name, typeOfVariable=variable.kind)
    _words(made, variable.description)
    return made


def _value(value: Value, kinds: dict[UUID, str]) -> Tag:
    made = tag("VariableValue")
    made.inside.append(tag("VariableRef", targetGUID=value.variable))
    made.inside.append(Tag(f"{kinds[value.variable]}Value", {}, [], value.text))
    return made


def _pointers(name: str, guids: Iterable[UUID]) -> list[Tag]:
    return [Tag(name, {"targetGUID": one}, []) for one in guids]


def _case(case: Case, kinds: dict[UUID, str]) -> Tag:
    made = tag("Case", guid=case.guid, name=case.name)
    _words(made, case.description)
    made.inside.extend([_value(one, kinds) for one in case.values])
    made.inside.extend(_pointers("SourceRef", case.sources))
    made.inside.extend(_pointers("SelectionRef", case.passages))
    return made


def _text(text: Text, kinds: dict[UUID, str]) -> Tag:
    made = tag("TextSource", guid=text.guid, name=text.name, plainTextPath=f"internal://{text.guid}.txt")
    _words(made, text.description)
    if text.passages:
        made.inside.append(partial(_passages, text.passages))
    made.inside.extend([_mark(one) for one in text.marks])
    made.inside.extend(_pointers("NoteRef", text.notes))
    made.inside.extend([_value(one, kinds) for one in text.values])
    return made


def _passages(passages: Iterable[Passage], margin: str) -> Iterator[str]:
    """A text's passages with their marks, ten thousand and more: straight as text, no element in between."""
    m = margin + "  "
    for one in passages:
        by, at = one.by, one.at
        who = _who(by, at)
        name = f' name="{attribute(one.name)}"' if one.name else ""
        inside = [f"{m}<Description>{words(one.words)}</Description>\n"] if one.words else []
        for mark in one.marks:
            whose = who if mark.by is by and mark.at is at else _who(mark.by, mark.at)
            notes = _notes(mark.notes, m + "  ") if mark.notes else ""
            inside.append(
                f'{m}<Coding guid="{mark.guid!s}"{whose}>\n{m}  <CodeRef targetGUID="{_said(mark.code)}" />\n'
                f"{notes}{m}</Coding>\n"
            )
        if one.notes:
            inside.append(_notes(one.notes, m))
        begun = (
            f'{margin}<PlainTextSelection guid="{one.guid!s}"{name} startPosition="{one.start}"'
            f' endPosition="{one.end}"{who}'
        )
        if inside:
            yield f"{begun}>\n{''.join(inside)}{margin}</PlainTextSelection>\n"
        else:
            yield f"{begun} />\n"


@lru_cache(1024)
def _who(by: UUID | None, at: dt.datetime | None) -> str:
    """Whose it is and since when, as attributes."""
    user = f' creatingUser="{by}"' if by else ""
    moment = f' creationDateTime="{_moment(at)}"' if at else ""
    return user + moment


@lru_cache(4096)
def _said(code: UUID) -> str:
    return str(code)


def _notes(guids: Iterable[UUID], margin: str) -> str:
    return "".join([f'{margin}<NoteRef targetGUID="{one}" />\n' for one in guids])


def _mark(mark: Mark) -> Tag:
    made = tag("Coding", guid=mark.guid, creatingUser=mark.by, creationDateTime=_moment(mark.at))
    made.inside.append(tag("CodeRef", targetGUID=mark.code))
    made.inside.extend(_pointers("NoteRef", mark.notes))
    return made


def _note(note: Note) -> Tag:
    return tag(
        "Note",
        guid=note.guid,
        name=note.name,
        plainTextPath=f"internal://{note.guid}.txt",
        creatingUser=note.by,
        creationDateTime=_moment(note.at),
    )


def _set(one: CodeSet, pointing: str = "targetGUID") -> Tag:
    made = tag("Set", guid=one.guid, name=one.name)
    _words(made, one.description)
    made.inside.extend([tag("MemberCode", **{pointing: code}) for code in one.codes])
    return made
