"""Settling what coders saw differently: decisions, the consensus they make, and taking that back.

The coders' own codings are never touched. A consensus is made of rows without a coder, each from the decision that
made it; undoing a decision takes its rows out again.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.coding.access import check_may_code
from linkwork.evaluation.coding.actions.parts.lookups import hold_as_read, hold_round
from linkwork.evaluation.coding.models import Coding, CodingCode, Decision, RoundSource
from linkwork.evaluation.coding.reads.differences import Difference, differences
from linkwork.evaluation.coding.reads.rounds import RoundCard, round_card
from linkwork.evaluation.coding.reads.rows import Row
from linkwork.evaluation.coding.rules import Origin
from linkwork.evaluation.coding.rules.differences import Choice, Sort
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.rules import Doing
from linkwork.trail import actions as trail

LONGEST_REASON = 2000


@action
def decide(
    *,
    round_id: UUID,
    source_id: UUID,
    members: Sequence[UUID],
    choice: Choice,
    by: Viewer,
    at: dt.datetime,
    taken: UUID | None = None,
    reason: str = "",
) -> UUID:
    """Decide about the place that these codings make; the decision's id. `taken` is the coding, for Choice.ONE.

    An earlier decision about any of them is undone. Raises NotFound, IllegalStep (blind and open; a practice set;
    settled in another round; the codings changed since), Invalid (choice, taken, reason).
    """
    check_may_code(by)
    _hold(by, at, round_id)
    place = _place(by, round_id, source_id, members)
    _check(place, choice, taken, reason)
    _check_alone(by, round_id, source_id)
    _undo_about(by, at, round_id, source_id, place.keys)
    rows = [row for row in place.members if choice is not Choice.ONE or row.id == taken]
    made = _decided(by, at, round_id, place, choice, [] if choice is Choice.NEITHER else rows, reason)
    Decision.objects.bulk_create([made])
    _write(by, at, [(made, [] if choice is Choice.NEITHER else rows)])
    detail: dict[str, object] = {"choice": choice.value, "sort": place.sort.value, "source": str(source_id)}
    trail.record(by=by, at=at, what="coding.decide", about="decision", about_id=made.id, detail=detail)
    return made.id


@action
def take_agreed(*, round_id: UUID, by: Viewer, at: dt.datetime, source_id: UUID | None = None) -> int:
    """Take everything that all coders saw the same, in the round or in one of its sources; how many places.

    Raises as `decide` does.
    """
    check_may_code(by)
    _hold(by, at, round_id)
    found = differences(by, round_id, source_id)
    check_part(found.card.my_part, Doing.CODE)
    same = [one for one in found.places if one.sort is Sort.SAME and one.decision is None]
    for source in {one.source_id for one in same}:
        _check_alone(by, round_id, source)
        keys = {key for one in same if one.source_id == source for key in one.keys}
        _undo_about(by, at, round_id, source, keys)
    made = [
        (_decided(by, at, round_id, one, Choice.AGREED, one.members[:1], ""), one.members[:1]) for one in same
    ]
    Decision.objects.bulk_create(one for one, _rows in made)
    _write(by, at, made)
    detail: dict[str, object] = {"places": len(made)}
    trail.record(by=by, at=at, what="coding.take_agreed", about="round", about_id=round_id, detail=detail)
    return len(made)


@action
def undo_decision(*, decision_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take a decision back, and its consensus with it; a source settled by it is read by its coders' codings again.

    Raises NotFound, IllegalStep where it is undone already.
    """
    check_may_code(by)
    rows = Decision.objects.filter(programme_id=by.programme, id=decision_id)
    row = rows.first()
    if row is None:
        raise NotFound(_("There is no such decision in this programme."))
    hold_round(by, row.round_id)
    check_part(round_card(by, row.round_id).my_part, Doing.CODE)
    if rows.filter(undone_at__isnull=False).exists():
        raise IllegalStep(_("This decision is undone already."))
    _undo(by, at, [row.id])
    reopened = _settle(by, row.round_id, row.source_id, None)
    detail: dict[str, object] = {"source": str(row.source_id), "reopened": bool(reopened)}
    trail.record(
        by=by, at=at, what="coding.undo_decision", about="decision", about_id=decision_id, detail=detail
    )


@action
def settle_source(*, round_id: UUID, source_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Let the consensus stand for a source in quotations and tables. Raises NotFound, IllegalStep (something waits)."""
    check_may_code(by)
    _hold(by, at, round_id)
    found = differences(by, round_id, source_id)
    _check_in(found.card, source_id)
    check_part(found.card.my_part, Doing.CODE)
    waiting = sum(one.decision is None for one in found.places)
    if waiting:
        raise IllegalStep(
            ngettext("%(n)s place waits for a decision.", "%(n)s places wait for a decision.", waiting)
            % {"n": waiting}
        )
    _check_alone(by, round_id, source_id)
    _settle(by, round_id, source_id, at)
    detail: dict[str, object] = {"source": str(source_id), "places": len(found.places)}
    trail.record(by=by, at=at, what="coding.settle_source", about="round", about_id=round_id, detail=detail)


@action
def settle_decided(*, round_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """Let the consensus stand for each source in which every place is decided; how many. Raises as `settle_source`."""
    check_may_code(by)
    _hold(by, at, round_id)
    found = differences(by, round_id)
    check_part(found.card.my_part, Doing.CODE)
    stands = {one.id for one in found.card.sources if one.settled_at}
    ready = [one for one in found.summary() if one.ready and one.source_id not in stands]
    for one in ready:
        _check_alone(by, round_id, one.source_id)
        _settle(by, round_id, one.source_id, at)
    detail: dict[str, object] = {"sources": len(ready)}
    trail.record(by=by, at=at, what="coding.settle_decided", about="round", about_id=round_id, detail=detail)
    return len(ready)


@action
def unsettle_source(*, round_id: UUID, source_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Read a source by its coders' own codings again; the decisions stay. Raises NotFound."""
    check_may_code(by)
    hold_round(by, round_id)
    card = round_card(by, round_id)
    _check_in(card, source_id)
    check_part(card.my_part, Doing.CODE)
    _settle(by, round_id, source_id, None)
    detail: dict[str, object] = {"source": str(source_id)}
    trail.record(by=by, at=at, what="coding.unsettle_source", about="round", about_id=round_id, detail=detail)


def _hold(by: Viewer, at: dt.datetime, round_id: UUID) -> None:
    """Two who decide in a round at once wait for each other, and its texts stay as they are meanwhile."""
    hold_round(by, round_id)
    inside = RoundSource.objects.filter(programme_id=by.programme, round_id=round_id)
    hold_as_read(by, at, dict.fromkeys(inside.values_list("source_id", flat=True)))


def _settle(by: Viewer, round_id: UUID, source_id: UUID, at: dt.datetime | None) -> int:
    """Settle a source, or open it again; 1 where that changed anything."""
    rows = RoundSource.objects.filter(programme_id=by.programme, round_id=round_id, source_id=source_id)
    return rows.filter(settled_at__isnull=at is not None).update(settled_at=at)


def _place(by: Viewer, round_id: UUID, source_id: UUID, members: Iterable[UUID]) -> Difference:
    found = differences(by, round_id, source_id)
    _check_in(found.card, source_id)
    check_part(found.card.my_part, Doing.CODE)
    keys = tuple(sorted(map(str, members)))
    place = next((one for one in found.places if one.keys == keys), None)
    if place is None:
        raise IllegalStep(_("These codings have changed since. Look at the place again."))
    return place


def _check_in(card: RoundCard, source_id: UUID) -> None:
    if source_id not in {one.id for one in card.sources}:
        raise NotFound(_("This source is not in the round."))


def _check(place: Difference, choice: Choice, taken: UUID | None, reason: str) -> None:
    errors = {}
    if choice is Choice.AGREED and place.sort is not Sort.SAME:
        errors["choice"] = _("The coders differ here. Choose one coding, all, or none.")
    if choice is Choice.ONE and taken not in {row.id for row in place.members}:
        errors["taken"] = _("Choose whose coding is taken.")
    if len(reason) > LONGEST_REASON:
        errors["reason"] = _("Keep the reason under 2,000 characters.")
    if errors:
        raise Invalid(errors)


def _check_alone(by: Viewer, round_id: UUID, source_id: UUID) -> None:
    """A source has one consensus: of the round in which it was decided first."""
    others = Decision.objects.filter(programme_id=by.programme, source_id=source_id, undone_at__isnull=True)
    stands = RoundSource.objects.filter(
        programme_id=by.programme, source_id=source_id, settled_at__isnull=False
    )
    if any(rows.exclude(round_id=round_id).exists() for rows in (others, stands)):
        raise IllegalStep(_("Another round holds the consensus of this source."))


def _decided(
    by: Viewer,
    at: dt.datetime,
    round_id: UUID,
    place: Difference,
    choice: Choice,
    rows: Sequence[Row],
    reason: str,
) -> Decision:
    return Decision(
        id=new_id(),
        programme_id=by.programme,
        round_id=round_id,
        source_id=place.source_id,
        sort=place.sort,
        choice=choice,
        members=list(place.keys),
        taken=[str(row.id) for row in rows],
        digest=place.digest,
        reason=reason.strip(),
        decided_by_id=by.id if by.kind is Kind.LOGIN else None,
        created_at=at,
    )


def _write(by: Viewer, at: dt.datetime, made: Sequence[tuple[Decision, Sequence[Row]]]) -> None:
    """The consensus rows of decisions; what several coders said alike comes out once."""
    study_id = next((row.study_id for _one, rows in made for row in rows), None)
    if study_id is None:
        return
    hashes = {one.id: one.hash for one in studies.source_lines(by, study_id)}
    written = [
        (_coding(by, at, decision, row, hashes[row.source_id]), row)
        for decision, rows in made
        for row in {_said(row): row for row in rows}.values()
    ]
    Coding.objects.bulk_create(coding for coding, _row in written)
    kept = {"programme_id": by.programme, "created_at": at}
    CodingCode.objects.bulk_create(
        CodingCode(**kept, coding=coding, frame=one.frame_id, construct=one.construct_id)
        for coding, row in written
        for one in row.codes
    )


def _said(row: Row) -> tuple[object, ...]:
    return row.start, row.end, row.codes, row.valence, row.strength, row.stage


def _coding(by: Viewer, at: dt.datetime, decision: Decision, row: Row, text_hash: str) -> Coding:
    return Coding(
        id=new_id(),
        programme_id=by.programme,
        study_id=row.study_id,
        source_id=row.source_id,
        text_hash=text_hash,
        start=row.start,
        end=row.end,
        valence=row.valence,
        strength=row.strength,
        stage=row.stage,
        origin=Origin.CONSENSUS,
        decision=decision,
        created_at=at,
    )


def _undo_about(by: Viewer, at: dt.datetime, round_id: UUID, source_id: UUID, keys: Iterable[str]) -> None:
    wanted = set(keys)
    rows = Decision.objects.filter(
        programme_id=by.programme, round_id=round_id, source_id=source_id, undone_at__isnull=True
    )
    _undo(by, at, [row.id for row in rows if not wanted.isdisjoint(row.members)])


def _undo(by: Viewer, at: dt.datetime, decisions: Sequence[UUID]) -> None:
    Decision.objects.filter(programme_id=by.programme, id__in=decisions).update(undone_at=at)
    made = Coding.objects.filter(programme_id=by.programme, decision_id__in=decisions)
    made.filter(removed_at__isnull=True).update(removed_at=at)
