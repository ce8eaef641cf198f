"""The codes of a project file become lists of a study; shipped frames, and what our files say in codes, are known."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.own import ListKind, list_id_of
from linkwork.evaluation.coding.rules.taking_in import NewCode
from linkwork.exchange.refi_qda import ours
from linkwork.exchange.refi_qda.shapes import Code, Loss, Project
from linkwork.instruments import frames
from linkwork.programmes.rules import Stage

LONGEST_TEXT = 2000
Pair = tuple[str, str]


class Said(NamedTuple):
    """What one person's marks say of a passage."""

    codes: tuple[Pair, ...]
    valence: Valence
    strength: int | None
    stage: str


@dataclass
class Book:
    """How codings name the codes of the file, and which of its codes say something else than a code."""

    count: int = 0
    pairs: dict[UUID, Pair] = field(default_factory=dict)
    valences: dict[UUID, Valence] = field(default_factory=dict)
    strengths: dict[UUID, int] = field(default_factory=dict)
    stages: dict[UUID, Stage] = field(default_factory=dict)

    def knows(self, code: UUID) -> bool:
        """Whether the file's codebook has it."""
        return any(code in held for held in (self.pairs, self.valences, self.strengths, self.stages))

    def said(self, codes: tuple[UUID, ...]) -> Said:
        """What the marks on a passage say together."""
        return Said(
            codes=tuple(dict.fromkeys(self.pairs[one] for one in codes if one in self.pairs)),
            valence=next((self.valences[one] for one in codes if one in self.valences), Valence.NEUTRAL),
            strength=next((self.strengths[one] for one in codes if one in self.strengths), None),
            stage=next((self.stages[one].value for one in codes if one in self.stages), ""),
        )


def take_in_codes(study_id: UUID, project: Project, loss: Loss, by: Viewer, at: dt.datetime) -> Book:
    """Lists of our own come back as lists; another program's codes become one. Shipped frames are known again."""
    book = Book()
    tops = [one for one in project.codes if not _known(one, book, loss)]
    lists: list[tuple[str, tuple[Code, ...], UUID | None]]
    if project.origin == ours.ORIGIN:
        lists = [(one.name, one.codes, one.guid) for one in tops if one.codes]
    else:
        lists = [(_("Codes of the file"), tuple(tops), None)] if tops else []
    for name, codes, guid in lists:
        new = list(new_codes(codes, loss))
        pairs = coding.take_in_codes(
            study_id=study_id, title=name[:120], kind=ListKind.OWN, codes=new, by=by, at=at
        )
        book.pairs |= pairs
        book.count += len(new)
        list_id = list_id_of(next(iter(pairs.values()))[0])
        if guid is not None and list_id is not None:
            coding.remember_outside(study_id=study_id, guids={list_id: guid}, by=by, at=at)
    for _set in project.sets:
        loss.add("Set", _("codes put together across the tree"))
    return book


def _known(top: Code, book: Book, loss: Loss) -> bool:
    """Whether this heading is a shipped frame, or what our files say of passages in the form of codes."""
    if top.guid == ours.made("valence"):
        book.valences |= {ours.made("valence", one.value): one for one in Valence}
    elif top.guid == ours.made("strength"):
        book.strengths |= {ours.made("strength", one): one for one in ours.STRENGTHS}
    elif top.guid == ours.made("stage"):
        book.stages |= {ours.made("stage", one.value): one for one in Stage}
    else:
        return _is_shipped(top, book, loss)
    return True


def _is_shipped(top: Code, book: Book, loss: Loss) -> bool:
    frame_id = next((one for one in frames.frame_ids() if ours.made("frame", one) == top.guid), None)
    if frame_id is None:
        return False
    known = {ours.made("code", frame_id, one.id): one.id for one in frames.frame(frame_id).constructs}
    for code in top.each():
        if code.guid in known:
            book.pairs[code.guid] = (frame_id, known[code.guid])
        elif code is not top:
            loss.add("Code", _("a construct this frame no longer has"))
    return True


def new_codes(codes: Iterable[Code], loss: Loss, parent: UUID | None = None) -> Iterator[NewCode]:
    for one in codes:
        parts = ours.parts_of(one.description)
        if any(len(text) > LONGEST_TEXT for text in parts.values()):
            loss.add("Description", _("what lies beyond 2,000 characters of a code’s description"))
        said = {name: text.strip()[:LONGEST_TEXT] for name, text in parts.items()}
        yield NewCode(one.guid, one.name, parent, colour=ours.place_of(one.color), **said)
        yield from new_codes(one.codes, loss, one.guid)
