"""Naming what helps or hinders, saying when it was eased and by what, and agreeing that its words may go to a study."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read_agreed, check_may_write
from linkwork.partnerships.actions.parts.finding import (
    activity_of,
    advocacy_of,
    factor_of,
    meeting_of,
    partner_of,
)
from linkwork.partnerships.models import Factor, FactorMove, Interaction
from linkwork.partnerships.rules import FACTOR_STEPS, FactorKind, FactorState, Influence
from linkwork.trail import actions as trail


@action
def name_factor(
    *,
    words: str,
    influence: Influence,
    kind: FactorKind,
    noted_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    partner_id: UUID | None = None,
) -> UUID:
    """Name something that helps or hinders; its id. Raises Invalid without words, NotFound."""
    check_may_write(by)
    if not words.strip():
        raise Invalid({"words": _("Say what helps or hinders.")})
    row = Factor.objects.create(
        programme_id=by.programme,
        words=words.strip(),
        influence=influence,
        kind=kind,
        state=FactorState.OPEN,
        partner=partner_of(by, partner_id) if partner_id else None,
        noted_on=noted_on,
        author_id=by.id,
        created_at=at,
    )
    _record("partnerships.name_factor", row.id, by, at)
    return row.id


@action
def move_factor(
    *,
    factor_id: UUID,
    to: FactorState,
    by: Viewer,
    at: dt.datetime,
    moved_on: dt.date | None = None,
    note: str = "",
    interaction_id: UUID | None = None,
    meeting_id: UUID | None = None,
    advocacy_id: UUID | None = None,
    activity_id: UUID | None = None,
) -> None:
    """Say that a factor was eased, solved, or is open again, on the day of `at` unless given.

    At most one thing brought it about. Raises NotFound, IllegalStep, Invalid for a day before its last step.
    """
    check_may_write(by)
    row = factor_of(by, factor_id)
    if to not in FACTOR_STEPS[FactorState(row.state)]:
        raise IllegalStep(_("It cannot move there from where it stands."))
    day = moved_on or timezone.localdate(at)
    _check_day(row, day)
    if sum(one is not None for one in (interaction_id, meeting_id, advocacy_id, activity_id)) > 1:
        raise Invalid({"eased_by": _("Choose one thing that brought it about.")})
    FactorMove.objects.create(
        programme_id=by.programme,
        factor=row,
        state=to,
        moved_on=day,
        worker_id=by.id,
        note=note.strip(),
        interaction=_interaction(by, interaction_id) if interaction_id else None,
        meeting=meeting_of(by, meeting_id) if meeting_id else None,
        advocacy=advocacy_of(by, advocacy_id) if advocacy_id else None,
        activity=activity_of(by, activity_id) if activity_id else None,
        created_at=at,
    )
    row.state = to
    row.save(update_fields=["state"])
    _record("partnerships.move_factor", row.id, by, at, to=to.value)


def _check_day(row: Factor, day: dt.date) -> None:
    last = FactorMove.objects.filter(programme_id=row.programme_id, factor=row).order_by("-moved_on").first()
    if day < (last.moved_on if last else row.noted_on):
        raise Invalid({"moved_on": _("This is before its last step. Choose a later day.")})


def _interaction(by: Viewer, interaction_id: UUID) -> Interaction:
    row = Interaction.objects.filter(programme_id=by.programme, id=interaction_id).first()
    if row is None:
        raise NotFound(_("There is no such work together in this programme."))
    return row


@action
def agree_to_study(*, factor_id: UUID, agrees: bool, by: Viewer, at: dt.datetime) -> None:
    """The author lets the words of a factor go to the programme's studies, or takes that back.

    Raises NotFound, NotAllowed for anybody but the author, IllegalStep where a study has them already.
    """
    check_may_write(by)
    row = factor_of(by, factor_id)
    if row.author_id is None or row.author_id != by.id:
        raise NotAllowed(_("Only whoever wrote it may let it go to a study."))
    if row.taken_at is not None:
        raise IllegalStep(_("A study has these words already. Ask its evaluator to leave them out."))
    row.agreed_at = at if agrees else None
    row.save(update_fields=["agreed_at"])
    _record("partnerships.agree_to_study", row.id, by, at, agrees=agrees)


@action
def mark_taken(*, factor_ids: Collection[UUID], by: Viewer, at: dt.datetime) -> None:
    """A study has taken in the words of these factors. Raises NotFound where one was not agreed to, or is taken."""
    check_may_read_agreed(by)
    ids = set(factor_ids)
    taken = Factor.objects.filter(
        programme_id=by.programme, id__in=ids, agreed_at__isnull=False, taken_at__isnull=True
    ).update(taken_at=at)
    if taken != len(ids):
        raise NotFound(_("Some of these words are not agreed to any more. Start again."))
    trail.record(
        by=by,
        at=at,
        what="partnerships.mark_taken",
        about="programme",
        about_id=by.programme,
        detail={"factors": taken},
    )


def _record(what: str, about_id: UUID, by: Viewer, at: dt.datetime, **detail: object) -> None:
    trail.record(by=by, at=at, what=what, about="factor", about_id=about_id, detail=detail)
