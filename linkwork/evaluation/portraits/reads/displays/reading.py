"""Which joint displays are there, and what stands in one?"""

from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_read
from linkwork.evaluation.portraits.models import DisplayReviewer, JointDisplay, RowVerdict
from linkwork.evaluation.portraits.reads.displays.cards import DisplayCard, DisplayLine, RowCard
from linkwork.evaluation.portraits.reads.displays.frozen import frozen_agreed, frozen_reviewers, frozen_rows
from linkwork.evaluation.portraits.reads.displays.live import linked_rows, reviewing, row_cards
from linkwork.evaluation.portraits.rules.displays.layouts import DisplayKind, Split
from linkwork.evaluation.portraits.rules.review import fingerprint


def displays(viewer: Viewer) -> list[DisplayLine]:
    """The programme's joint displays by title, the latest version first. One question."""
    check_may_read(viewer)
    mine = DisplayReviewer.objects.filter(
        programme_id=viewer.programme, display_id=OuterRef("id"), reviewer_id=viewer.id
    )
    given = RowVerdict.objects.filter(
        programme_id=viewer.programme,
        row__display_id=OuterRef("id"),
        row__removed_at__isnull=True,
        reviewer__reviewer_id=viewer.id,
    )
    rows: Any = JointDisplay.objects.filter(programme_id=viewer.programme).annotate(
        many=Count("rows", filter=Q(rows__removed_at__isnull=True)),
        reviews=Exists(mine),
        judged=Subquery(given.order_by().values("row__display_id").annotate(n=Count("id")).values("n")),
        goes_on=Exists(JointDisplay.objects.filter(programme_id=viewer.programme, earlier_id=OuterRef("id"))),
    )
    return [
        DisplayLine(
            id=row.id,
            study_id=row.study_id,
            title=row.title,
            rows=row.many,
            frozen_at=row.frozen_at,
            version=row.version,
            kind=DisplayKind(row.kind),
            has_later=row.goes_on,
            mine_to_judge=row.many - (row.judged or 0) if row.reviews and not row.frozen_at else 0,
        )
        for row in rows.order_by("title", "-version", "id")
    ]


def display(viewer: Viewer, display_id: UUID) -> DisplayCard:
    """One display, live or as frozen. Raises NotFound."""
    row, later = found_display(viewer, display_id)
    if row.frozen is not None:
        rows = frozen_rows(viewer, row.frozen)
        people, agreed = frozen_reviewers(row.frozen), frozen_agreed(row.frozen)
        return _card(row, later, rows, reviewers=people, agreed=agreed)
    linked = linked_rows(viewer, row.id)
    inside = [one for one in linked if one.row.removed_at is None]
    said = reviewing(viewer, row.id)
    return _card(
        row,
        later,
        row_cards(viewer, row, inside, said),
        reviewers=said.reviewers,
        removed=tuple((one.row.id, one.row.question) for one in linked if one.row.removed_at is not None),
        agreed=said.agreed(inside),
    )


def found_display(viewer: Viewer, display_id: UUID) -> tuple[Any, UUID | None]:
    """The row of the table, with whether it is `reviewed`, and what goes on from it. One question. Raises NotFound."""
    check_may_read(viewer)
    later = JointDisplay.objects.filter(programme_id=viewer.programme, earlier_id=OuterRef("id"))
    rows: Any = JointDisplay.objects.filter(programme_id=viewer.programme, id=display_id)
    reviewers = DisplayReviewer.objects.filter(programme_id=viewer.programme, display_id=OuterRef("id"))
    rows = rows.annotate(later_one=Subquery(later.values("id")[:1]), reviewed=Exists(reviewers))
    row = rows.select_related("sheet").first()
    if row is None:
        raise NotFound(_("There is no such joint display in this programme."))
    return row, row.later_one


def _card(row: JointDisplay, later: UUID | None, rows: tuple[RowCard, ...], **more: Any) -> DisplayCard:
    return DisplayCard(
        id=row.id,
        study_id=row.study_id,
        title=row.title,
        extract_id=row.extract_id,
        frozen_at=row.frozen_at,
        frozen_hash=row.frozen_hash,
        intact=row.frozen is None or fingerprint(row.frozen) == row.frozen_hash,
        rows=rows,
        kind=DisplayKind(row.kind),
        split=Split(row.split),
        version=row.version,
        earlier_id=row.earlier_id,
        later_id=later,
        sheet_id=row.sheet_id,
        sheet_title=row.sheet.title if row.sheet else "",
        opened_by_id=row.opened_by_id,
        opened=row.opened_at is not None,
        **more,
    )
