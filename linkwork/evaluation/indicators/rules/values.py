"""From counts to a figure's value, and which groups must be hidden so that nobody can be worked out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from linkwork.core.numbers import hidden_cells, hidden_in_table, nearest, percent, rounded
from linkwork.evaluation.indicators.rules.spreads import Spread, spread_of


@dataclass(frozen=True)
class Raw:
    """What the engine counted for one figure or one group of it. `histogram` only for a spread."""

    numerator: int | None = None
    denominator: int | None = None
    missing: int | None = None
    histogram: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Measured:
    """A figure's numbers. `value` is None where there is nothing to divide by."""

    value: Decimal | None
    numerator: int | None
    denominator: int | None
    missing: int | None
    spread: Spread | None = None


def measured(shape: str, raw: Raw, base: int = 0) -> Measured:
    """The numbers of a count, share, ratio or spread.

    Shares in percent with one decimal, ratios with two, both rounded half up on the exact fraction. With a `base` every
    number is first rounded to it, so that no share gives the exact ones away.
    """
    if base:
        return _rough(measured(shape, _rounded(raw, base)), base)
    match shape:
        case "count":
            value = None if raw.numerator is None else Decimal(raw.numerator)
            return Measured(value, raw.numerator, None, raw.missing)
        case "share":
            known = raw.numerator is not None and raw.denominator is not None
            value = percent(raw.numerator or 0, raw.denominator or 0) if known else None
            return Measured(value, raw.numerator, raw.denominator, raw.missing)
        case "ratio":
            ratio = Fraction(raw.numerator or 0, raw.denominator) if raw.denominator else None
            value = None if ratio is None else rounded(ratio, 2)
            return Measured(value, raw.numerator, raw.denominator, raw.missing)
        case "spread":
            spread = spread_of(raw.histogram)
            if spread is None:
                return Measured(None, 0, 0, raw.missing)
            return Measured(spread.median, spread.total, spread.count, raw.missing, spread)
    raise ValueError(f"{shape} is no shape of a figure.")


def _rounded(raw: Raw, base: int) -> Raw:
    numerator, denominator, missing = (
        None if one is None else nearest(one, base) for one in (raw.numerator, raw.denominator, raw.missing)
    )
    return Raw(numerator, denominator, missing, raw.histogram)


def _rough(found: Measured, base: int) -> Measured:
    """The same with the numbers of a spread rounded too: what it was computed from is exact."""
    if found.spread is None:
        return found
    count, total, largest = (
        nearest(one, base) for one in (found.spread.count, found.spread.total, found.spread.largest)
    )
    spread = replace(found.spread, count=count, total=total, largest=largest)
    return replace(found, numerator=total, denominator=count, spread=spread)


def hidden_groups(shape: str, groups: Mapping[str, Raw], smallest: int) -> frozenset[str]:
    """Which groups of a breakdown must be hidden, secondary suppression included.

    A count hides by its own size; a share or ratio by the size of its numerator and of the rest, since both can be
    read from it; a spread by the number of people or contacts in it.
    """
    if shape == "count":
        return hidden_cells({key: raw.numerator or 0 for key, raw in groups.items()}, smallest)
    if shape == "spread":
        return hidden_cells({key: sum(raw.histogram.values()) for key, raw in groups.items()}, smallest)
    cells: dict[tuple[str, str], int] = {}
    for key, raw in groups.items():
        part, whole = sorted((raw.numerator or 0, raw.denominator or 0))
        cells |= {(key, "part"): part, (key, "rest"): whole - part}
    return frozenset(key for key, _ in hidden_in_table(cells, list(groups), ["part", "rest"], smallest))


def is_small(shape: str, figure: Measured, smallest: int) -> bool:
    """Whether the figure itself rests on so few that it must not leave the programme."""
    whole = figure.denominator if shape != "count" else figure.numerator
    part = figure.numerator if shape in ("share", "count") else whole
    cells = [part or 0, (whole or 0) - (part or 0), whole or 0]
    return any(0 < cell < smallest for cell in cells)
