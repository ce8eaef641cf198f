"""The whole toolkit as a zip; what is new since the last one makes it another version."""

import io
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from linkwork.errands.hand import Hand
from linkwork.evaluation.toolkit import actions
from linkwork.exchange.site.building import extracts_behind, sites
from linkwork.exchange.site.drawing import Built
from linkwork.exchange.site.languages import EVERY
from linkwork.exchange.site.papers.files import papers
from linkwork.exchange.site.writer import write_zip
from linkwork.extracts import actions as extracts
from linkwork.programmes.reads import programme


def toolkit(hand: Hand) -> dict[str, Any]:
    """The site in every language, the reader's own first. `given` is empty."""
    behind, on = extracts_behind(hand.viewer), localdate(hand.at)
    extracts.let_out(extract_ids=behind, by=hand.viewer, at=hand.at)
    number = actions.issue(by=hand.viewer, at=hand.at)
    main = get_language() or EVERY[0]
    languages = (main, *(code for code in EVERY if code != main))
    hand.tell(0, 3, _("Gathering the advice"))
    made = sites(hand.viewer, languages, programme(hand.viewer))
    hand.tell(1, 3, _("Setting the templates to download"))
    sheets = papers(hand.viewer, made[main].about, languages, number, on)
    hand.tell(2, 3, _("Drawing the pages"))
    target = io.BytesIO()
    write_zip(made, target, Built(on, languages, number, papers=sheets))
    return hand.file("toolkit.zip", "application/zip", target.getvalue(), behind)
