"""Everything that is quoted in a display, on one wall."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.reads import DisplayCard
from linkwork.exchange.curtain import display_curtain
from linkwork.exchange.pictures import Chart, Quotation, quotation_wall
from linkwork.web.charts.saving import PICTURE, Illustration, address, saved
from linkwork.web.portraits.presenters import quote
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

WALL = "quotations"


@require_GET
def wall(request: Request, display_id: UUID) -> HttpResponse:
    """The quotations of every row that may be shown, each under the question it answers."""
    card = reads.display(request.viewer, display_id)
    if PICTURE in request.GET:  # what leaves names nobody who works here
        leaving = _drawn(card, display_curtain(request.viewer, card).clean)
        return saved(request, {WALL: Illustration(leaving)} if leaving else {})
    values = {
        "save": address(WALL),
        "display": {"id": card.id, "title": card.title},
        "wall": _drawn(card),
        "withheld": sum(one.withheld and not one.removed for row in card.rows for one in row.evidence.quotes),
    }
    return page(request, "displays/wall.html", values)


def _drawn(card: DisplayCard, told: Callable[[str], str] = str) -> Chart | None:
    """The quotations that may be shown, on one wall; `told` says what of somebody's words is shown."""
    shown = [
        Quotation(
            told(one.text),
            quote(one)["who"],
            one.direction == "rtl",
            f"part-{row.place % 3}",
            told(row.question),
        )
        for row in card.rows
        for one in row.evidence.quotes
        if not one.withheld and not one.removed
    ]
    if not shown:
        return None
    return quotation_wall(
        shown,
        title=_("In their own words"),
        description=_("Each card is a quotation of this display, under the question of its row."),
        columns=(_("What was asked"), _("What was said"), _("Who said it")),
        right_to_left=get_language_bidi(),
    )
