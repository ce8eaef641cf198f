"""Replacing names by pseudonyms, as a person decided for each, and reading the names again.

The room of codings calls the first and moves its codings along.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from linkwork.core.actions import action, part_of_action
from linkwork.core.errors import IllegalStep, Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.actions.shared import _source_for, _study_for
from linkwork.evaluation.studies.keys import mark_of, seal, unseal
from linkwork.evaluation.studies.models import EarlierText, Pseudonym, Source, Turn
from linkwork.evaluation.studies.rules import Doing, NameKind, hash_of
from linkwork.evaluation.studies.rules.naming import replacement
from linkwork.evaluation.studies.rules.shifting import Change, Shift
from linkwork.trail import actions as trail

LONGEST = 80


@dataclass(frozen=True)
class NameDecision:
    """What to do with words found: put `instead` in their place, or leave them as they are where it is None.

    An empty `instead` asks for the next number of their kind. `places` are where they are replaced in this text, as
    code points; elsewhere they stay.
    """

    words: str
    kind: NameKind
    instead: str | None = ""
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Replaced:
    """The text before, and what was replaced in it, in order; no changes where nothing was."""

    old: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class PseudonymCard:
    """A pseudonym and the name behind it; None where the study's key is lost."""

    replacement: str
    kind: NameKind
    words: str | None


@part_of_action
def replace_names(
    *,
    source_id: UUID,
    text_hash: str,
    decisions: Sequence[NameDecision],
    finished: bool,
    by: Viewer,
    at: dt.datetime,
) -> Replaced:
    """Replace what was decided in a source's text, and remember the pseudonyms for its whole study.

    The names leave the text, its earlier versions and its turns; only the sealed table still knows them. `finished`:
    somebody has looked at all of it. Raises NotFound, NotAllowed, IllegalStep where the text is no longer the one
    that was read, Invalid (names) where places overlap or lie elsewhere than their words.
    """
    row = _source_for(by, source_id, Doing.CODE)
    if row.sha256 != text_hash:
        raise IllegalStep(_("The text was changed meanwhile. Look through its names again."))
    old = row.text
    edits = sorted(
        (start, end, _pseudonym(row, one, at)) for one in decisions for start, end in _checked(old, one)
    )
    if any(before[1] > after[0] for before, after in pairwise(edits)):
        raise Invalid({"names": _("Two of these lie over each other. Leave one of them as it is.")})
    for one in decisions:
        if one.instead is None:
            _pseudonym(row, one, at)
    changes = _write(row, edits) if edits else ()
    if finished and row.names_seen_at is None:
        row.names_seen_at = at
        row.save(update_fields=["names_seen_at"])
    detail: dict[str, object] = {"replaced": len(changes), "finished": finished}
    trail.record(by=by, at=at, what="studies.replace_names", about="source", about_id=row.id, detail=detail)
    return Replaced(old, changes)


@action
def read_pseudonyms(*, study_id: UUID, by: Viewer, at: dt.datetime) -> list[PseudonymCard]:
    """The names behind a study's pseudonyms. The trail keeps who read them. Raises NotAllowed for all but the lead."""
    study = _study_for(by, study_id, Doing.LEAD)
    rows = Pseudonym.objects.filter(programme_id=by.programme, study_id=study.id).exclude(replacement="")
    cards = [
        PseudonymCard(row.replacement, NameKind(row.kind), unseal(study.id, row.sealed))
        for row in rows.order_by("kind", "number", "id")
    ]
    detail: dict[str, object] = {"names": len(cards)}
    trail.record(
        by=by, at=at, what="studies.read_pseudonyms", about="study", about_id=study.id, detail=detail
    )
    return cards


def _checked(text: str, one: NameDecision) -> Sequence[tuple[int, int]]:
    if one.instead is None:
        return ()
    if len(one.instead) > LONGEST:
        raise Invalid({"names": _("Keep what stands instead of a name under 80 letters.")})
    if any(text[start:end] != one.words for start, end in one.places):
        raise Invalid({"names": _("The text was changed meanwhile. Look through its names again.")})
    return one.places


def _pseudonym(row: Source, one: NameDecision, at: dt.datetime) -> str:
    """What stands for the words in the whole study: what was decided last, or what they were given before."""
    here = Pseudonym.objects.filter(programme_id=row.programme_id, study_id=row.study_id)
    mark = mark_of(row.study_id, one.words)
    known = here.filter(mark=mark).first()
    if known and known.replacement and one.instead == "":
        return known.replacement
    if one.instead == "":
        number = (here.filter(kind=one.kind).aggregate(most=Max("number"))["most"] or 0) + 1
        instead = replacement(one.kind, number)
    else:
        number, instead = (known.number if known else 0), (one.instead or "").strip()
    here.update_or_create(
        mark=mark,
        defaults={"kind": one.kind, "number": number, "replacement": instead},
        create_defaults={
            "programme_id": row.programme_id,
            "study_id": row.study_id,
            "mark": mark,
            "sealed": seal(row.study_id, one.words),
            "kind": one.kind,
            "number": number,
            "replacement": instead,
            "created_at": at,
        },
    )
    return instead


def _write(row: Source, edits: Sequence[tuple[int, int, str]]) -> tuple[Change, ...]:
    pieces, changes, at, length = [], [], 0, 0
    for start, end, instead in edits:
        pieces += [row.text[at:start], instead]
        length += start - at
        changes.append(Change(start, end, length, length + len(instead)))
        length, at = length + len(instead), end
    new = "".join([*pieces, row.text[at:]])
    old = row.text
    row.text, row.sha256, row.version = new, hash_of(new), row.version + 1
    row.save(update_fields=["text", "sha256", "version"])
    EarlierText.objects.filter(programme_id=row.programme_id, source_id=row.id).delete()
    _rename_turns(row, {old[start:end]: instead for start, end, instead in edits}, Shift(changes))
    return tuple(changes)


def _rename_turns(row: Source, instead: dict[str, str], shift: Shift) -> None:
    turns = list(Turn.objects.filter(programme_id=row.programme_id, source_id=row.id).order_by("-start"))
    for turn in turns:
        start, said, end = shift.place(turn.start), shift.place(turn.said_from), shift.place(turn.end)
        turn.start, turn.said_from, turn.end = start, max(start, said), max(end, said, start + 1)
        for words in sorted(instead, key=len, reverse=True):
            turn.speaker = turn.speaker.replace(words, instead[words])[:LONGEST]
    Turn.objects.filter(programme_id=row.programme_id, source_id=row.id).delete()
    Turn.objects.bulk_create(turns)
