"""Statements moved, merged, taken out, put back, thrown away."""

import datetime as dt
from uuid import UUID

from django.db import router
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.actions.parts.checks import said
from linkwork.evaluation.portraits.actions.parts.finding import next_place, portrait_of, statement_of
from linkwork.evaluation.portraits.actions.statements import LONGEST_STATEMENT
from linkwork.evaluation.portraits.models import EvidenceLink, Statement
from linkwork.programmes.rules import Stage
from linkwork.trail import actions as trail


@action
def move_statement(*, statement_id: UUID, up: bool, by: Viewer, at: dt.datetime) -> None:
    """Let it change places with the one before it, or after it, in its chapter. Raises NotFound.

    Nothing happens at either end.
    """
    row = statement_of(by, statement_id)
    portrait_of(by, row.portrait_id)  # one at a time: two moves at once must not want one place
    chapter = Statement.objects.filter(
        programme_id=by.programme, portrait_id=row.portrait_id, stage=row.stage, removed_at__isnull=True
    )
    near = chapter.filter(place__lt=row.place) if up else chapter.filter(place__gt=row.place)
    other = near.order_by("-place" if up else "place").first()
    if other is None:
        return
    mine, theirs = row.place, other.place
    for one, place in ((row, next_place(row.portrait, Stage(row.stage))), (other, mine), (row, theirs)):
        one.place = place
        one.save(update_fields=["place"])
    trail.record(by=by, at=at, what="portraits.move_statement", about="statement", about_id=row.id)


@action
def merge_statements(*, statement_id: UUID, other_id: UUID, text: str, by: Viewer, at: dt.datetime) -> None:
    """Say both in one: the first gets `text` and rests on all that either rested on, the other is taken out.

    Raises NotFound, Invalid (other, text), Refused where a recommendation rests on the other.
    """
    row, other = statement_of(by, statement_id), statement_of(by, other_id)
    if row.id == other.id or row.portrait_id != other.portrait_id:
        raise Invalid({"other": _("Choose another statement of this portrait.")})
    row.text = said("text", text, LONGEST_STATEMENT)
    row.save(update_fields=["text"])
    held = {_mark(link) for link in EvidenceLink.objects.filter(programme_id=by.programme, statement=row)}
    for link in EvidenceLink.objects.filter(programme_id=by.programme, statement=other):
        if _mark(link) not in held:
            EvidenceLink.objects.create(
                programme_id=by.programme,
                statement=row,
                coding_id=link.coding_id,
                extract_id=link.extract_id,
                indicator=link.indicator,
                grouping=link.grouping,
                group=link.group,
                created_at=at,
            )
    _take_out(other, at)
    detail: dict[str, object] = {"merged": str(other.id)}
    trail.record(
        by=by, at=at, what="portraits.merge_statements", about="statement", about_id=row.id, detail=detail
    )


@action
def remove_statement(*, statement_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take a statement out. It can be put back, with its links and comments.

    Raises NotFound, Refused where a recommendation rests on it.
    """
    row = statement_of(by, statement_id)
    _take_out(row, at)
    trail.record(by=by, at=at, what="portraits.remove_statement", about="statement", about_id=statement_id)


@action
def put_back_statement(*, statement_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Let a statement that was taken out stand again, at the end of its chapter. Raises NotFound."""
    row = statement_of(by, statement_id, removed=True)
    row.removed_at = None
    row.place = next_place(row.portrait, Stage(row.stage))
    row.save(update_fields=["removed_at", "place"])
    trail.record(by=by, at=at, what="portraits.put_back_statement", about="statement", about_id=statement_id)


@action
def throw_away_statement(*, statement_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Delete a statement that was taken out, with its links and comments, for good. Raises NotFound."""
    row = statement_of(by, statement_id, removed=True)
    row.delete()
    trail.record(
        by=by, at=at, what="portraits.throw_away_statement", about="statement", about_id=statement_id
    )


def _take_out(row: Statement, at: dt.datetime) -> None:
    """Raises Refused where something above this room rests on it: asked as if it were to be deleted."""
    try:
        Collector(using=router.db_for_write(Statement)).collect([row])
    except ProtectedError:
        raise Refused(_("A recommendation rests on this statement. Unlink it there first.")) from None
    row.removed_at = at
    row.save(update_fields=["removed_at"])


def _mark(link: EvidenceLink) -> tuple[object, ...]:
    return (link.coding_id, link.extract_id, link.indicator, link.grouping, link.group)
