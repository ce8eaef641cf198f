"""The process-evaluation report of an extract as a file. From then on its figures count as out."""

from collections.abc import Callable
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from linkwork.errands.hand import Hand
from linkwork.exchange.report.blocks import Report
from linkwork.exchange.report.composing import compose
from linkwork.exchange.report.gathering import extracts_behind, gather
from linkwork.exchange.report.papers import html, pdf
from linkwork.exchange.word import DOCX, document
from linkwork.extracts import actions
from linkwork.extracts import reads as extracts

PAPERS: dict[str, tuple[str, Callable[[Report], bytes]]] = {
    "docx": (DOCX, document),
    "pdf": ("application/pdf", pdf),
    "html": ("text/html; charset=utf-8", lambda report: html(report).encode()),
}


def report(hand: Hand) -> dict[str, Any]:
    """The whole report in the reader's language. `given`: `extract` (id) and `as` (a key of PAPERS)."""
    ending, today = hand.given["as"], localdate(hand.at)
    card = extracts.extract(hand.viewer, hand.id_given("extract"))
    behind = extracts_behind(hand.viewer, card)
    actions.let_out(extract_ids=behind, by=hand.viewer, at=hand.at)
    hand.tell(0, 3, _("Gathering figures, findings and the portrait"))
    found = gather(hand.viewer, card, today)
    hand.tell(1, 3, _("Drawing pictures and telling the chapters"))
    told = compose(found, today)
    hand.tell(2, 3, _("Setting the pages"))
    media_type, made = PAPERS[ending]
    return hand.file(f"report.{ending}", media_type, made(told), behind)
