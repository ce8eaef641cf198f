"""Composing, publishing, withdrawing: the only writes of this room."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits import reads as portraits
from linkwork.evaluation.portraits.rules.evidence import without_names
from linkwork.evaluation.toolkit.access import check_may_compose
from linkwork.evaluation.toolkit.models import Recommendation, RestsOn
from linkwork.evaluation.toolkit.reads import STRATEGIES
from linkwork.evaluation.toolkit.rules.kinds import Audience, State, after
from linkwork.instruments import frames
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage
from linkwork.trail import actions as trail

LONGEST_TITLE, LONGEST_BARRIER, LONGEST_ADVICE, LONGEST_ITEM, MOST_ITEMS = 160, 300, 6000, 200, 20


@action
def compose(
    *,
    title: str,
    advice: str,
    stage: Stage,
    audience: Audience,
    by: Viewer,
    at: dt.datetime,
    barrier: str = "",
    strategies: Sequence[str] = (),
    checklist: Sequence[str] = (),
    statements: Sequence[UUID] = (),
) -> UUID:
    """Write a recommendation as a draft; its id.

    `statements` of portraits it rests on; `strategies` by their ids in the ERIC frame. Raises Invalid (title, advice,
    barrier, strategies, checklist, statements).
    """
    check_may_compose(by)
    values = _checked(by, None, title, advice, barrier, strategies, checklist)
    row = Recommendation.objects.create(
        programme_id=by.programme, stage=stage, audience=audience, created_at=at, **values
    )
    _rest_on(by, at, row, statements)
    trail.record(by=by, at=at, what="toolkit.compose", about="recommendation", about_id=row.id)
    return row.id


@action
def change(
    *,
    recommendation_id: UUID,
    title: str,
    advice: str,
    stage: Stage,
    audience: Audience,
    by: Viewer,
    at: dt.datetime,
    barrier: str = "",
    strategies: Sequence[str] = (),
    checklist: Sequence[str] = (),
    statements: Sequence[UUID] = (),
) -> None:
    """Say a draft anew: all of it is replaced. Raises NotFound, Refused (published), Invalid as `compose`."""
    row = _row(by, recommendation_id)
    if row.published_at is not None:
        raise Refused(_("This recommendation is published. Withdraw it before you change it."))
    values = _checked(by, row.id, title, advice, barrier, strategies, checklist)
    for name, value in (values | {"stage": stage, "audience": audience}).items():
        setattr(row, name, value)
    row.save(update_fields=[*values, "stage", "audience"])
    _rest_on(by, at, row, statements)
    trail.record(by=by, at=at, what="toolkit.change", about="recommendation", about_id=row.id)


@action
def publish(*, recommendation_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Let it stand in the public site from the next build on.

    Raises NotFound, IllegalStep (published already), Refused where its words, or those of a statement it rests on,
    name somebody who works in the programme.
    """
    row = _row(by, recommendation_id)
    after("publish", _state(row))
    rests = RestsOn.objects.filter(programme_id=by.programme, recommendation=row)
    found = portraits.statements(by, rests.values_list("statement_id", flat=True))
    words = [row.title, row.advice, row.barrier, *row.checklist, *(one.text for one in found.values())]
    names = [worker.name for worker in programmes.workers(by)]
    if any(without_names(text, names)[1] for text in words):
        raise Refused(_("Somebody’s name stands in the text. Leave it out before it goes public."))
    row.published_at = at
    row.save(update_fields=["published_at"])
    trail.record(by=by, at=at, what="toolkit.publish", about="recommendation", about_id=row.id)


@action
def withdraw(*, recommendation_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Make it a draft again: the next build leaves it out. Raises NotFound, IllegalStep (a draft already)."""
    row = _row(by, recommendation_id)
    after("withdraw", _state(row))
    row.published_at = None
    row.save(update_fields=["published_at"])
    trail.record(by=by, at=at, what="toolkit.withdraw", about="recommendation", about_id=row.id)


def _row(by: Viewer, recommendation_id: UUID) -> Recommendation:
    check_may_compose(by)
    rows = Recommendation.objects.select_for_update().filter(programme_id=by.programme)
    row = rows.filter(id=recommendation_id).first()
    if row is None:
        raise NotFound(_("There is no such recommendation in this programme."))
    return row


def _state(row: Recommendation) -> State:
    return State.PUBLISHED if row.published_at else State.DRAFT


def _checked(
    by: Viewer,
    but: UUID | None,
    title: str,
    advice: str,
    barrier: str,
    strategies: Sequence[str],
    checklist: Sequence[str],
) -> dict[str, object]:
    title, advice, barrier = title.strip(), advice.strip(), barrier.strip()
    items = [item.strip() for item in checklist if item.strip()]
    errors = {}
    if not title or len(title) > LONGEST_TITLE:
        errors["title"] = _("Say in a line what you advise, in at most 160 characters.")
    elif _is_taken(by, title, but):
        errors["title"] = _("There is a recommendation with this title already. Choose another title.")
    if not advice or len(advice) > LONGEST_ADVICE:
        errors["advice"] = _("Write what to do, in at most 6,000 characters.")
    if len(barrier) > LONGEST_BARRIER:
        errors["barrier"] = _("Keep the barrier under 300 characters.")
    if not all(frames.frame(STRATEGIES).has(one) for one in strategies):
        errors["strategies"] = _("One of these strategies is not in the list. Choose it from the list.")
    if len(items) > MOST_ITEMS or any(len(item) > LONGEST_ITEM for item in items):
        errors["checklist"] = _("Keep the checklist to 20 lines of at most 200 characters.")
    if errors:
        raise Invalid(errors)
    return {
        "title": title,
        "advice": advice,
        "barrier": barrier,
        "strategies": list(dict.fromkeys(strategies)),
        "checklist": items,
    }


def _rest_on(by: Viewer, at: dt.datetime, row: Recommendation, statements: Sequence[UUID]) -> None:
    if set(statements) - set(portraits.statements(by, statements)):
        raise Invalid({"statements": _("One of these statements is gone. Choose others.")})
    RestsOn.objects.filter(programme_id=by.programme, recommendation=row).delete()
    for statement_id in dict.fromkeys(statements):
        RestsOn.objects.create(
            programme_id=by.programme, recommendation=row, statement_id=statement_id, created_at=at
        )


def _is_taken(by: Viewer, title: str, but: UUID | None) -> bool:
    others = Recommendation.objects.filter(programme_id=by.programme, title=title)
    return others.exclude(**({"id": but} if but else {})).exists()
