"""A counted figure as its readers get it: numbers, groups, intervals and a plain sentence."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.evaluation.indicators import labels
from linkwork.evaluation.indicators.counting import Groups
from linkwork.evaluation.indicators.rules.intervals import Interval, share_interval
from linkwork.evaluation.indicators.rules.scopes import ALWAYS, Scope, Span
from linkwork.evaluation.indicators.rules.spreads import Spread
from linkwork.evaluation.indicators.rules.values import Measured, Raw, hidden_groups, is_small, measured
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import Definition, Grouping, Shape


@dataclass(frozen=True)
class GroupValue:
    """One group of a breakdown. Where it is `hidden` every number in it is None."""

    key: str
    label: str
    value: Decimal | None
    numerator: int | None
    denominator: int | None
    missing: int | None
    hidden: bool
    spread: Spread | None = None
    interval: Interval | None = None


@dataclass(frozen=True)
class Figure:
    """One figure of one extract. For a spread `value` is the median, `numerator` the total, `denominator` how many.

    `small` figures rest on so few that they must not leave the programme. Only a sample's figures have an `interval`.
    """

    definition: Definition
    value: Decimal | None
    unit: str
    numerator: int | None
    denominator: int | None
    missing: int | None
    groups: tuple[GroupValue, ...]
    sentence: str
    extract: ExtractCard
    by: Grouping | None = None
    spread: Spread | None = None
    small: bool = False
    interval: Interval | None = None
    span: Span = ALWAYS

    @property
    def shown(self) -> str:
        """The value as text in the reader's language, without its unit; a dash where there is none."""
        return number(_short(self.value) if self.spread else self.value)

    @property
    def missing_words(self) -> str:
        """How many are missing, and what that means here; empty where nothing can be missing."""
        if self.definition.missing is None:
            return ""
        if self.missing == 0:
            return _("none missing")
        what = _(self.definition.missing.words)
        return _("%(count)s missing: %(what)s") % {"count": number(self.missing), "what": what}

    @property
    def denominator_words(self) -> str:
        """What the figure is out of; empty for a plain count. Words are plural, so that one of them stands apart."""
        words = self.definition.denominator.words if self.definition.denominator else ""
        if not words and self.definition.shape is Shape.SPREAD:
            return _("from %(count)s") % {"count": number(self.denominator)}
        if not words:
            return ""
        said = ngettext("of %(count)s: %(what)s", "of %(count)s %(what)s", self.denominator or 0)
        return said % {"count": number(self.denominator), "what": _(words)}

    @property
    def interval_words(self) -> str:
        """How far it could be off because not everybody was asked; empty for what is no sample."""
        return interval_words(self.interval)


def interval_words(interval: Interval | None) -> str:
    """An interval as words; empty for none."""
    if interval is None:
        return ""
    ends = {"low": number(interval.low), "high": number(interval.high)}
    return _("95 %% interval from %(low)s to %(high)s") % ends


def told(
    one: Definition,
    card: ExtractCard,
    raw: Raw,
    scope: Scope,
    groups: Groups | None = None,
    few: frozenset[str] = frozenset(),
    base: int = 0,
) -> Figure:
    """A figure with its groups. `few` are groups that must be hidden whatever this figure counts in them.

    With a `base` every number is rounded to it.
    """
    whole = measured(one.shape, raw, base)
    return Figure(
        definition=one,
        value=whole.value,
        unit=one.unit,
        numerator=whole.numerator,
        denominator=whole.denominator,
        missing=whole.missing,
        groups=_groups(one, card, scope.by, groups, few, base) if scope.by and groups is not None else (),
        sentence=_sentence(one, whole),
        extract=card,
        by=scope.by,
        spread=whole.spread,
        small=is_small(one.shape, measured(one.shape, raw), one.suppress_below),
        interval=_interval(one, whole),
        span=Span(scope.since, scope.until),
    )


def _groups(
    one: Definition, card: ExtractCard, by: Grouping, groups: Groups, few: frozenset[str], base: int
) -> tuple[GroupValue, ...]:
    own = extracts.own_labels(card) if by in labels.LISTS else {}
    hidden = hidden_groups(one.shape, groups, one.suppress_below) | few
    return tuple(
        _group(one, key, labels.label(by, key, own), measured(one.shape, groups[key], base), key in hidden)
        for key in sorted(groups, key=lambda key: labels.place(by, key))
    )


def _group(one: Definition, key: str, name: str, found: Measured, hidden: bool) -> GroupValue:
    if hidden:
        return GroupValue(key, name, None, None, None, None, True)
    numbers = (found.value, found.numerator, found.denominator, found.missing)
    return GroupValue(key, name, *numbers, False, found.spread, _interval(one, found))


def _interval(one: Definition, found: Measured) -> Interval | None:
    if not one.sample or found.value is None:
        return None
    return share_interval(found.numerator or 0, found.denominator or 0)


def _sentence(one: Definition, found: Measured) -> str:
    if found.value is None:
        return _("There is nothing to count here yet.")
    values = {
        "value": number(found.value),
        "numerator": number(found.numerator),
        "denominator": number(found.denominator),
    }
    if found.spread is not None:
        spread = found.spread
        places = {"value": spread.median, "low": spread.low, "high": spread.high}
        values |= {name: number(_short(value)) for name, value in places.items()}
        values["largest"] = number(spread.largest)
    return _(_fitting(one, found)) % values


def _fitting(one: Definition, found: Measured) -> str:
    """The sentence whose nouns and verbs fit the numbers."""
    if found.denominator == 1 and one.sentence_of_one:
        return one.sentence_of_one
    counted = found.value if one.shape is Shape.SPREAD else found.numerator
    if counted == 1 and one.sentence_one:
        return one.sentence_one
    return one.sentence


def number(value: Decimal | int | None) -> str:
    """A number as the reader's language writes it: "1,294"; a dash for none."""
    if value is None:
        return "–"
    return str(number_format(value, use_l10n=True, force_grouping=True))


def _short(value: Decimal | None) -> Decimal | int | None:
    """A quartile without a bare ".0": half of the people had 2 contacts, not 2.0."""
    return int(value) if value is not None and value == value.to_integral_value() else value
