"""Measures in words: occasions, ways of answering, scores, bands, and what a change means."""

from decimal import Decimal
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.core.numbers import rounded
from linkwork.instruments.measures.shapes import ScoreRule
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.outcomes.rules.paired import range_of, reliably
from linkwork.web.shared import lists

OCCASIONS: dict[Occasion, Promise] = {
    Occasion.BASELINE: gettext_lazy("At the start"),
    Occasion.DURING: gettext_lazy("During the support"),
    Occasion.END: gettext_lazy("At the end, or later"),
}
MODES: dict[Mode, Promise] = {
    Mode.TOGETHER: gettext_lazy("Face to face"),
    Mode.PHONE: gettext_lazy("By phone"),
    Mode.SELF: gettext_lazy("By their own link"),
    Mode.PAPER: gettext_lazy("On paper"),
}


def number_said(value: Decimal | Fraction | int) -> str:
    """A number as the language writes it, without decimals it does not have; at most two."""
    exact = rounded(Fraction(value), 2)
    places = max(0, -int(exact.normalize().as_tuple().exponent))
    return number_format(exact, decimal_pos=places)


def language_said(code: str) -> str:
    """A language by its name; its code where the list of languages does not have it."""
    return lists.label("languages", code)


def band_said(rule: ScoreRule | None, code: str) -> str:
    """What the number means, in the source's word; empty where the measure has no bands."""
    for band in rule.bands if rule else ():
        if band.code == code:
            return _(band.label)
    return ""


def change_said(rule: ScoreRule, before: Decimal, after: Decimal) -> str:
    """A whole sentence: which way it went since the first time, and whether that is more than chance."""
    if before == after:
        return _("The same as the first time.")
    better = (after < before) == range_of(rule).lower_is_better
    sure = reliably(Fraction(after) - Fraction(before), range_of(rule))
    values = {"before": number_said(before), "after": number_said(after)}
    if sure is None:
        if better:
            return _("Better than the first time: from %(before)s to %(after)s.") % values
        return _("Worse than the first time: from %(before)s to %(after)s.") % values
    if sure:
        if better:
            return (
                _("Better than the first time: from %(before)s to %(after)s. So large a change is reliable.")
                % values
            )
        return (
            _("Worse than the first time: from %(before)s to %(after)s. So large a change is reliable.")
            % values
        )
    if better:
        return (
            _("A little better than the first time: from %(before)s to %(after)s. That may be chance.")
            % values
        )
    return _("A little worse than the first time: from %(before)s to %(after)s. That may be chance.") % values
