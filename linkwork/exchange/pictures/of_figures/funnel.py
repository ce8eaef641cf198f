"""How far people got, from the figures of an extract. Somebody who was referred is never counted as having gone."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language_bidi, gettext_lazy
from django.utils.translation import gettext as _

from linkwork.evaluation.indicators.reads import Figure, number
from linkwork.exchange.pictures.files import Illustration
from linkwork.exchange.pictures.funnel import Step, funnel_chart
from linkwork.exchange.pictures.of_figures.about import extract_note, few
from linkwork.instruments.indicators import Shape

STEPS: Final[Mapping[str, Promise]] = {
    "funnel_referred": gettext_lazy("Referred"),
    "funnel_accepted": gettext_lazy("Accepted: a case was opened"),
    "funnel_reached": gettext_lazy("Reached: had a contact"),
    "funnel_connected": gettext_lazy("Connected to a service"),
    "funnel_attended": gettext_lazy("Started: known to have gone"),
    "funnel_outcome": gettext_lazy("Outcome known"),
}
FEWEST: Final = 2


def funnel_picture(
    figures: Sequence[Figure], hides: Callable[[Figure], bool] = lambda one: one.small
) -> Illustration | None:
    """The funnel; None where an extract (of a contact log) tells fewer than two steps."""
    known = {one.definition.id: one for one in figures}
    held = [known[name] for name in STEPS if name in known and known[name].value is not None]
    if len(held) < FEWEST:
        return None
    chart = funnel_chart(
        [_step(one, hides(one)) for one in held],
        title=_("How far people got"),
        description=" ".join(few() if hides(one) else one.sentence for one in held),
        columns=(_("Step"), _("People"), _("Share"), _("Not known")),
        right_to_left=get_language_bidi(),
    )
    ids = [_("Definition %(id)s, version %(version)s.") % {"id": d.id, "version": d.version} for d in
           (one.definition for one in held)]  # fmt: skip
    return Illustration(chart, (funnel_note(), *ids, extract_note(held[0].extract)))


def funnel_note() -> str:
    """What the picture must not be read as."""
    return _(
        "Shares are of people with a case. Somebody who was referred is never counted as having gone: "
        "that takes a word from them, the worker or the service."
    )


def _step(one: Figure, hidden: bool) -> Step:
    name = str(STEPS[one.definition.id])
    if hidden:
        return Step(name, None, few(), hidden=True)
    share = one.definition.shape is Shape.SHARE
    return Step(
        name=name,
        value=float(one.numerator or 0),
        shown=number(one.numerator),
        share=_("%(value)s %%") % {"value": one.shown} if share else "",
        beside=one.missing_words if one.missing else "",
    )
