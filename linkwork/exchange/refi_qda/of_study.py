"""A study as a project file: what of it the standard can say, and what not."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.reads.memos import memos_apart
from linkwork.evaluation.coding.reads.outside import Outgoing, has_consensus, outgoing
from linkwork.evaluation.coding.reads.rows import Row
from linkwork.evaluation.coding.rules import Origin
from linkwork.evaluation.coding.rules.codebook import BookFrame, Codebook, CodeCard
from linkwork.evaluation.coding.rules.own import CodeState
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceCard
from linkwork.exchange.refi_qda import ours
from linkwork.exchange.refi_qda.shapes import (
    Case,
    Code,
    Loss,
    Mark,
    Note,
    Passage,
    Project,
    Text,
    User,
    Value,
    Variable,
)

VARIABLES = (ours.KIND, ours.GROUP, ours.STAGE, ours.LANGUAGE, ours.CONSENT)


def project_of(viewer: Viewer, study_id: UUID) -> Project:
    """The study's texts, codes, codings and memos, as far as the viewer may know them.

    Offsets count code points. Ids are those under which things came in, else their own. Raises NotFound.
    """
    study = studies.study(viewer, study_id)
    out = outgoing(viewer, study_id)
    book = coding.codebook(viewer, study_id)
    sources = studies.sources_with_text(viewer, (one.id for one in studies.sources(viewer, study_id)))
    notes = _Going(out)
    rows_in: dict[UUID, list[Row]] = defaultdict(list)
    for row in out.rows:
        rows_in[row.source_id].append(row)
    in_order = sorted(sources.values(), key=lambda one: one.title)
    texts = tuple(_text(one, rows_in[one.id], out, notes) for one in in_order)
    notes.memos(memos_apart(viewer, study_id))
    texts = tuple(_with_notes(text, notes) for text in texts)
    return Project(
        name=study.title,
        origin=ours.ORIGIN,
        users=_users(out.rows),
        codes=codes_of(book, out, {(one.frame_id, one.construct_id) for row in out.rows for one in row.codes})
        + _marking_codes(out.rows),
        variables=tuple(Variable(ours.made("variable", name), name) for name in VARIABLES) if texts else (),
        cases=tuple(
            Case(ours.made("case", one.guid), one.name, "", one.values, (one.guid,)) for one in texts
        ),
        texts=texts,
        notes=tuple(notes.found),
        description=study.question,
    )


def codes_of(
    book: Codebook, out: Outgoing | None = None, used: Iterable[tuple[str, str]] = ()
) -> tuple[Code, ...]:
    """The codebook as a tree: each list a heading with its codes below, shipped frames under ids that never change.

    `used`: codes that passages carry; the frame of one that the study no longer uses goes along.
    """
    guids = out or Outgoing([], {})
    books = [*book.frames]
    named = {one.id for one in books}
    books += [
        book.beside[frame] for frame in sorted({frame for frame, _c in used} - named) if frame in book.beside
    ]
    return tuple(_heading(one, guids) for one in books if any(_goes(card) for card in one.codes))


def _goes(card: CodeCard) -> bool:
    return card.state is not CodeState.MERGED


def _heading(book: BookFrame, out: Outgoing) -> Code:
    tops = [one for one in book.tops if _goes(one)]
    guid = out.guid(book.list_id) if book.list_id else ours.made("frame", book.id)
    return Code(
        guid, book.name, book.citation, codable=False, codes=tuple(_code(book, one, out) for one in tops)
    )


def _code(book: BookFrame, card: CodeCard, out: Outgoing) -> Code:
    return Code(
        guid=code_guid(card.frame_id, card.construct_id, out),
        name=card.name,
        description=ours.description_of(card),
        color=ours.colour_of(card.colour),
        codable=not card.heading,
        codes=tuple(_code(book, one, out) for one in book.children(card) if _goes(one)),
    )


def code_guid(frame: str, construct: str, out: Outgoing) -> UUID:
    """The id of a code: an own one's, or one made of the names of frame and construct."""
    return out.guid(UUID(construct)) if frame.startswith("own-") else ours.named("code", frame, construct)


def _marking_codes(rows: list[Row]) -> tuple[Code, ...]:
    """What a passage says besides its codes, as codes: only where any passage does."""
    if not rows:
        return ()
    groups = (
        ("valence", "What it does", {one.value: name for one, name in ours.VALENCES.items()}),
        ("strength", "How much", {str(one): name for one, name in ours.STRENGTHS.items()}),
        ("stage", "Stage of the passage", {one.value: name for one, name in ours.STAGES.items()}),
    )
    return tuple(
        Code(
            ours.made(kind),
            name,
            codable=False,
            codes=tuple(Code(ours.made(kind, value), said) for value, said in values.items()),
        )
        for kind, name, values in groups
    )


def _users(rows: list[Row]) -> tuple[User, ...]:
    found = {row.coder_id: row.coder for row in rows if row.coder_id}
    named = [User(guid, name) for guid, name in sorted(found.items(), key=lambda one: (one[1], one[0]))]
    if any(row.origin == Origin.CONSENSUS for row in rows):
        named.append(User(ours.made("consensus"), "Consensus"))
    return tuple(named)


def _text(source: SourceCard, rows: Sequence[Row], out: Outgoing, notes: "_Going") -> Text:
    values = {
        ours.KIND: source.kind.value,
        ours.GROUP: source.group.value if source.group else "",
        ours.STAGE: source.stage.value if source.stage else "",
        ours.LANGUAGE: source.language,
        ours.CONSENT: source.consent.value,
    }
    return Text(
        guid=out.guid(source.id),
        name=source.title,
        text=source.text,
        passages=tuple(_passage(row, out, notes) for row in rows),
        values=tuple(Value(ours.made("variable", name), said) for name, said in values.items() if said),
        description=source.note,
    )


def _passage(row: Row, out: Outgoing, notes: "_Going") -> Passage:
    guid, at = out.guid(row.id), row.made_at
    by = ours.named("consensus") if row.origin == Origin.CONSENSUS else row.coder_id
    own = f"{guid}/"
    marks = tuple([Mark(ours.made_of(own + text), code, by, at) for code, text in notes.codes_on(row)])
    noted = notes.add(Note(ours.made(guid, "memo"), "", row.memo, by, at)) if row.memo else ()
    return Passage(guid, row.start, row.end, marks, notes=noted, by=by, at=at)


@dataclass
class _Going:
    """The memos on their way out, and the codes of passages as others know them."""

    out: Outgoing

    def __post_init__(self) -> None:
        self.found: list[Note] = []
        self.of_source: dict[UUID, list[UUID]] = {}
        self.codes: dict[tuple[object, ...], list[tuple[UUID, str]]] = {}

    def codes_on(self, row: Row) -> list[tuple[UUID, str]]:
        """Its codes and what it says besides, as ids and as their letters; once for all passages that say it."""
        key = (
            id(row.codes),
            row.valence,
            row.strength,
            row.stage,
        )  # rows with the same codes hold the same tuple
        if key not in self.codes:
            codes = [code_guid(one.frame_id, one.construct_id, self.out) for one in row.codes]
            codes.append(ours.named("valence", row.valence))
            if row.strength:
                codes.append(ours.named("strength", row.strength))
            if row.stage:
                codes.append(ours.named("stage", row.stage))
            self.codes[key] = [(code, str(code)) for code in codes]
        return self.codes[key]

    def add(self, note: Note) -> tuple[UUID, ...]:
        self.found.append(note)
        return (note.guid,)

    def memos(self, memos: list[coding.MemoCard]) -> None:
        """Those about a source or the study; one about a code has no place in a file of ours."""
        for one in memos:
            if one.codes:
                continue
            note = Note(self.out.guid(one.id), "", one.text, one.author_id, one.written_at)
            self.add(note)
            if one.source_id:
                self.of_source.setdefault(self.out.guid(one.source_id), []).append(note.guid)


def _with_notes(text: Text, notes: _Going) -> Text:
    return replace(text, notes=tuple(notes.of_source.get(text.guid, ())))


def not_carried(viewer: Viewer, study_id: UUID) -> Loss:
    """What of a study a project file cannot say: kinds of things, each with why and how many."""
    loss = Loss()
    for card in coding.codebook(viewer, study_id).own_codes:
        if card.maps_to:
            loss.add("Code", _("to which constructs of a shipped frame an own code leads"))
    for memo in memos_apart(viewer, study_id):
        if memo.codes:
            loss.add("Memo", _("memos about a code"))
    if has_consensus(viewer, study_id):
        loss.add(
            "Coding", _("how differences were settled; what was settled goes out as the user “Consensus”")
        )
    for _one in studies.sealed(viewer, study_id):
        loss.add("TextSource", _("sources whose speaker withdrew their consent"))
    return loss
