"""The map of a study's themes: which codes hang under which, and how many passages each gathers."""

from django.urls import reverse
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from linkwork.evaluation.coding.rules.codebook import BookFrame, Codebook, CodeCard
from linkwork.evaluation.coding.rules.own import CodeState
from linkwork.exchange.pictures import Branch, Chart, tree_chart
from linkwork.web.codebook.presenters.book import Counts

SHOWN = (CodeState.IN_USE, CodeState.RETIRED)


def theme_map(book: Codebook, frame: BookFrame, used: Counts, *, only_used: bool = False) -> Chart:
    """The codes of one list as a chart with its table. A number counts the codings of a code and of those below it."""
    branches = [_branch(book, frame, top, used, only_used) for top in frame.tops if top.state in SHOWN]
    return tree_chart(
        [one for one in branches if one.shown != "0" or not only_used],
        title=_("Themes in “%(list)s”") % {"list": frame.name},
        description=_("Each theme with the codes under it. Numbers count codings, those below included."),
        columns=(_("Code"), _("Under"), _("Codings")),
        right_to_left=get_language_bidi(),
    )


def _branch(book: Codebook, frame: BookFrame, card: CodeCard, used: Counts, only_used: bool) -> Branch:
    below = [_branch(book, frame, one, used, only_used) for one in frame.children(card) if one.state in SHOWN]
    total = used.get(card.pair, 0) + sum(int(one.shown) for one in below)
    return Branch(
        card.name,
        str(total),
        f"code-{card.colour}",
        reverse("codebook:code", args=[book.study_id, card.frame_id, card.construct_id]),
        tuple(one for one in below if one.shown != "0" or not only_used),
    )
