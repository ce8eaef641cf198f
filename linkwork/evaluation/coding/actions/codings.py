"""Coding passages, changing a coding, and taking that back."""

import datetime as dt
from collections.abc import Mapping, Sequence, Set
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid
from linkwork.core.ids import new_id
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.coding.access import check_may_code
from linkwork.evaluation.coding.actions.parts.lookups import (
    hold_as_read,
    hold_open,
    hold_text_of,
    known,
    touched,
)
from linkwork.evaluation.coding.actions.stepping import own_coding, put, step
from linkwork.evaluation.coding.models import Coding, CodingCode
from linkwork.evaluation.coding.reads.states import state_of
from linkwork.evaluation.coding.rules import Origin, Valence, is_within
from linkwork.evaluation.coding.rules.steps import Change, State, StepKind, Touched, difference, kind_of
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.actions import HeldText
from linkwork.evaluation.studies.rules import Doing
from linkwork.programmes.rules import Stage
from linkwork.trail import actions as trail

LONGEST_MEMO = 5000
MOST_AT_ONCE = 1000
Code = tuple[str, str]
Place = tuple[UUID, int, int]


@action
def code_passage(
    *,
    source_id: UUID,
    start: int,
    end: int,
    constructs: Sequence[Code],
    valence: Valence,
    by: Viewer,
    at: dt.datetime,
    strength: int | None = None,
    stage: Stage | None = None,
    memo: str = "",
    origin: Origin = Origin.MANUAL,
    seen: int | None = None,
) -> UUID:
    """Code one passage with one or more constructs, as (frame id, construct id); the coding's id.

    `start` and `end` count code points of the source's text, `end` exclusive. `stage` only where it differs from the
    source's own; `seen` is the version of the text in which the place was chosen. Takes the same time however long the
    text is. Raises NotFound, or Invalid (passage, constructs, strength, memo).
    """
    check_may_code(by)
    source = hold_open(by, at, source_id, seen)
    codes = list(dict.fromkeys(constructs))
    _check(start, end, source.length, codes, known(by, source.study_id, codes), strength, memo)
    row = _coding(by, at, source, start, end, valence, origin)
    row.strength, row.stage, row.memo = strength, stage or "", memo.strip()
    row.save(force_insert=True)
    CodingCode.objects.bulk_create(_codes(row, codes, at))
    detail: dict[str, object] = {"source": str(source_id), "start": start, "end": end, "codes": len(codes)}
    trail.record(by=by, at=at, what="coding.code_passage", about="coding", about_id=row.id, detail=detail)
    step(kind=StepKind.CODE, row=row, changes=[_made(row)], by=by, at=at)
    return row.id


@action
def code_found(
    *,
    study_id: UUID,
    places: Sequence[Place],
    constructs: Sequence[Code],
    by: Viewer,
    at: dt.datetime,
    seen: Mapping[UUID, int] = MappingProxyType({}),
) -> tuple[UUID | None, int]:
    """Code the hits of a search that somebody has ticked, as (source id, start, end), all at once.

    Hits that the viewer has coded just so are left out. `seen`: the version of each text that was searched. The step's
    id, to undo them together, and how many were coded; (None, 0) where all were coded already. Raises NotFound, or
    Invalid (passage, constructs).
    """
    check_may_code(by)
    codes = list(dict.fromkeys(constructs))
    errors = _code_errors(codes, known(by, study_id, codes))
    if not places:
        errors["passage"] = _("Tick the hits that should be coded.")
    elif len(places) > MOST_AT_ONCE:
        errors["passage"] = _("Code at most 1,000 hits at a time.")
    if errors:
        raise Invalid(errors)
    check_part(studies.part_in(by, study_id), Doing.CODE)
    hold_as_read(by, at, {source_id: seen.get(source_id) for source_id, _start, _end in places})
    rows = _found_rows(study_id, places, codes, by, at)
    if not rows:
        return None, 0
    Coding.objects.bulk_create(rows)
    CodingCode.objects.bulk_create(code for row in rows for code in _codes(row, codes, at))
    detail: dict[str, object] = {"codings": len(rows), "codes": len(codes)}
    trail.record(by=by, at=at, what="coding.code_found", about="study", about_id=study_id, detail=detail)
    kept = step(kind=StepKind.SEARCH, row=rows[0], changes=[_made(row) for row in rows], by=by, at=at)
    return kept, len(rows)


@action
def change_coding(
    *, coding_id: UUID, to: State, by: Viewer, at: dt.datetime, seen: int | None = None
) -> StepKind | None:
    """Change what `to` names of one's own coding, and leave the rest; what was changed, None where nothing was another.

    `seen` is the version of the text in which another place was chosen. Raises NotFound, NotAllowed, IllegalStep for a
    removed one, Invalid (passage, constructs, valence, strength, stage, memo).
    """
    held = hold_text_of(by, at, coding_id, seen) if {"start", "end"} & set(to) else {}
    row = own_coding(coding_id=coding_id, by=by, at=at)
    if row.removed_at is not None:
        raise IllegalStep(_("This coding is removed. Bring it back before you change it."))
    was = state_of(row)
    wanted = State(**({**was, **_tidy(to)}))
    length = held[row.source_id].length if held else wanted["end"]
    # a code that was there stays, though its list may have lost it since
    added = [(frame, code) for frame, code in wanted["codes"] if [frame, code] not in was["codes"]]
    _check_state(wanted, length, added, known(by, row.study_id, added))
    before, after = difference(was, State(**{name: wanted[name] for name in to}))  # type: ignore[literal-required,typeddict-item]
    if not after:
        return None
    put(row=row, state=after, by=by, at=at)
    _record(by, at, "change_coding", row, {"changed": sorted(after)})
    changes = [Change(row.id.hex, row.text_hash, before, after)]
    kind = kind_of(after)
    step(kind=kind, row=row, changes=changes, by=by, at=at)
    return kind


@action
def write_memo(*, coding_id: UUID, memo: str, by: Viewer, at: dt.datetime) -> Touched:
    """Write or replace the memo of one's own coding. Raises NotFound, IllegalStep, Invalid (memo)."""
    change_coding(coding_id=coding_id, to={"memo": memo}, by=by, at=at)
    return touched(own_coding(coding_id=coding_id, by=by, at=at))


@action
def remove_coding(*, coding_id: UUID, by: Viewer, at: dt.datetime) -> Touched:
    """Take one's own coding out of every count and page. Raises NotFound, IllegalStep where it is removed already."""
    row = own_coding(coding_id=coding_id, by=by, at=at)
    if row.removed_at is not None:
        raise IllegalStep(_("This coding is removed already."))
    _turn(row, True, by, at)
    _record(by, at, "remove_coding", row)
    return touched(row)


@action
def restore_coding(*, coding_id: UUID, by: Viewer, at: dt.datetime) -> Touched:
    """Bring one's own removed coding back. Raises NotFound, IllegalStep where it was not removed."""
    row = own_coding(coding_id=coding_id, by=by, at=at)
    if row.removed_at is None:
        raise IllegalStep(_("This coding is not removed."))
    if studies.source_line(by, row.source_id).hash != row.text_hash:
        raise IllegalStep(
            _("The text was edited and these words are no longer in it. Code the passage anew.")
        )
    _turn(row, False, by, at)
    _record(by, at, "restore_coding", row)
    return touched(row)


def _turn(row: Coding, removed: bool, by: Viewer, at: dt.datetime) -> None:
    after: State = {"removed": removed}
    put(row=row, state=after, by=by, at=at)
    changes = [Change(row.id.hex, row.text_hash, {"removed": not removed}, after)]
    step(kind=kind_of(after), row=row, changes=changes, by=by, at=at)


def _record(
    by: Viewer, at: dt.datetime, verb: str, row: Coding, detail: dict[str, object] | None = None
) -> None:
    trail.record(by=by, at=at, what=f"coding.{verb}", about="coding", about_id=row.id, detail=detail)


def _coding(
    by: Viewer,
    at: dt.datetime,
    source: studies.SourceLine | HeldText,
    start: int,
    end: int,
    valence: Valence,
    origin: Origin,
) -> Coding:
    return Coding(
        id=new_id(),
        programme_id=by.programme,
        study_id=source.study_id,
        source_id=source.id,
        text_hash=source.hash,
        start=start,
        end=end,
        coder_id=by.id if by.kind is Kind.LOGIN else None,
        valence=valence,
        origin=origin,
        created_at=at,
    )


def _codes(row: Coding, codes: Sequence[Code], at: dt.datetime) -> list[CodingCode]:
    return [
        CodingCode(programme_id=row.programme_id, coding=row, frame=frame, construct=construct, created_at=at)
        for frame, construct in codes
    ]


def _made(row: Coding) -> Change:
    return Change(row.id.hex, row.text_hash, {"removed": True}, {"removed": False})


def _found_rows(
    study_id: UUID, places: Sequence[Place], codes: Sequence[Code], by: Viewer, at: dt.datetime
) -> list[Coding]:
    """Rows for the places that lie in texts of the study and do not carry these codes by this coder already."""
    sources = studies.sources_with_text(by, {source_id for source_id, _start, _end in places})
    rows = []
    coded = _coded_so(by, sources, codes)
    for source_id, start, end in dict.fromkeys(places):
        source = sources.get(source_id)
        if source is None or source.study_id != study_id or not is_within(start, end, len(source.text)):
            raise Invalid({"passage": _("A hit is no longer in the text. Search again.")})
        if (source_id, start, end) not in coded:
            rows.append(_coding(by, at, source, start, end, Valence.NEUTRAL, Origin.SEARCH))
    return rows


def _coded_so(by: Viewer, sources: Mapping[UUID, Any], codes: Sequence[Code]) -> set[Place]:
    rows = Coding.objects.filter(
        programme_id=by.programme, source_id__in=sources, coder_id=by.id, removed_at__isnull=True
    )
    held: dict[UUID, tuple[Place, set[Code]]] = {}
    columns = ("id", "source_id", "start", "end", "codes__frame", "codes__construct")
    for coding_id, source_id, start, end, frame, construct in rows.values_list(*columns):
        held.setdefault(coding_id, ((source_id, start, end), set()))[1].add((frame, construct))
    return {place for place, found in held.values() if found.issuperset(codes)}


def _tidy(to: State) -> State:
    tidied = State(**to)
    if "memo" in tidied:
        tidied["memo"] = tidied["memo"].strip()
    if "codes" in tidied:
        tidied["codes"] = [list(one) for one in dict.fromkeys(map(tuple, tidied["codes"]))]
    return tidied


def _check_state(wanted: State, length: int, added: Sequence[Code], known_codes: Set[Code]) -> None:
    errors = {}
    if wanted["valence"] not in list(Valence):
        errors["valence"] = _("Choose what the passage says it does.")
    if wanted["stage"] and wanted["stage"] not in list(Stage):
        errors["stage"] = _("Choose a stage, or the source’s.")
    if added or not wanted["codes"]:
        errors |= _code_errors(added, known_codes)
    errors |= _errors(wanted["start"], wanted["end"], length, wanted["strength"], wanted["memo"])
    if errors:
        raise Invalid(errors)


def _check(
    start: int,
    end: int,
    length: int,
    codes: Sequence[Code],
    known_codes: Set[Code],
    strength: int | None,
    memo: str,
) -> None:
    errors = _errors(start, end, length, strength, memo) | _code_errors(codes, known_codes)
    if errors:
        raise Invalid(errors)


def _errors(start: int, end: int, length: int, strength: int | None, memo: str) -> dict[str, str]:
    errors = {}
    if not is_within(start, end, length):
        errors["passage"] = _("Choose some words of the text.")
    if strength is not None and strength not in (1, 2, 3):
        errors["strength"] = _("Choose a strength from 1 to 3, or none.")
    if len(memo) > LONGEST_MEMO:
        errors["memo"] = _("Keep the memo under 5,000 characters.")
    return errors


def _code_errors(codes: Sequence[Code], known_codes: Set[Code]) -> dict[str, str]:
    if not codes:
        return {"constructs": _("Choose at least one construct.")}
    if not set(codes) <= known_codes:
        return {"constructs": _("One of these constructs is in no frame. Choose it from the list.")}
    return {}
