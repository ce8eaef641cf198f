"""Everything that is quoted in a display, on one wall."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linkwork.evaluation.portraits import reads
from linkwork.exchange.pictures.wall import Quotation, quotation_wall
from linkwork.web.portraits.presenters import quote
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def wall(request: Request, display_id: UUID) -> HttpResponse:
    """The quotations of every row that may be shown, each under the question it answers."""
    card = reads.display(request.viewer, display_id)
    cards = [(row, one) for row in card.rows for one in row.evidence.quotes]
    shown = [
        Quotation(one.text, quote(one)["who"], one.direction == "rtl", f"part-{row.place % 3}", row.question)
        for row, one in cards
        if not one.withheld and not one.removed
    ]
    chart = (
        quotation_wall(
            shown,
            title=_("In their own words"),
            description=_("Each card is a quotation of this display, under the question of its row."),
            columns=(_("What was asked"), _("What was said"), _("Who said it")),
            right_to_left=get_language_bidi(),
        )
        if shown
        else None
    )
    values = {
        "display": {"id": card.id, "title": card.title},
        "wall": chart,
        "withheld": sum(one.withheld and not one.removed for _row, one in cards),
    }
    return page(request, "displays/wall.html", values)
