"""Rows that several actions begin with, locked until the action is done."""

from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_write
from linkwork.evaluation.portraits.models import Portrait, Statement
from linkwork.evaluation.portraits.reads.content import stamp
from linkwork.programmes.rules import Stage


def portrait_of(by: Viewer, portrait_id: UUID) -> Portrait:
    """The portrait, for its author. Raises NotAllowed, NotFound."""
    check_may_write(by)
    row = Portrait.objects.select_for_update().filter(programme_id=by.programme, id=portrait_id).first()
    if row is None:
        raise NotFound(_("There is no such portrait in this programme."))
    return row


def statement_of(by: Viewer, statement_id: UUID, removed: bool = False) -> Statement:
    """The statement, for its author: one that stands, or one that was taken out. Raises NotAllowed, NotFound."""
    check_may_write(by)
    rows = Statement.objects.select_for_update(of=("self",)).select_related("portrait")
    row = rows.filter(programme_id=by.programme, id=statement_id, removed_at__isnull=not removed).first()
    if row is None:
        raise NotFound(_("There is no such statement in this programme."))
    return row


def next_place(portrait: Portrait, stage: Stage) -> int:
    """The place after the last of a chapter; those taken out keep theirs."""
    rows = Statement.objects.filter(programme_id=portrait.programme_id, portrait=portrait, stage=stage)
    last: int | None = rows.aggregate(last=Max("place"))["last"]
    return (last or 0) + 1


def stamp_of(row: Portrait) -> str:
    """Which statements a story told of this portrait now would tell."""
    return stamp([(one.kind, one.text) for one in live_in(row)])


def live_in(row: Portrait) -> list[Statement]:
    """The statements that stand, in the order of reading."""
    order = {stage.value: place for place, stage in enumerate(Stage)}
    found = Statement.objects.filter(programme_id=row.programme_id, portrait=row, removed_at__isnull=True)
    return sorted(found, key=lambda one: (order[one.stage], one.place, one.id.int))
