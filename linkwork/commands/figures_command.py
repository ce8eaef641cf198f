"""Show the figures of an extract: each with its denominator and how many are missing.

  linkwork figures --programme "North practices"
  linkwork figures --extract ID --by worker
  linkwork figures --json

Without --extract, or with --extract latest, the programme's latest extract. --by breaks the figures down (worker,
month, mode, site_kind, language, topic, support, stage); groups of fewer than five are hidden, and so is what they
could be worked out from.
"""

import argparse
from typing import Any

from linkwork.commands.line import Outcome
from linkwork.commands.which import chosen_extract, operator
from linkwork.evaluation.indicators import reads
from linkwork.evaluation.indicators.reads import Figure, GroupValue
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import Grouping


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which extract, and by what."""
    parser.add_argument("--extract", default="latest", metavar="ID", help="an extract's id, or latest")
    parser.add_argument("--programme", metavar="NAME", help="needed where there are several")
    parser.add_argument("--by", choices=[one.value for one in Grouping], help="break the figures down")


def run(options: argparse.Namespace) -> Outcome:
    """Count, and print."""
    by = operator(options.programme)
    card = chosen_extract(by, options.extract)
    found = reads.breakdown(by, card.id, options.by) if options.by else reads.figures(by, card.id)
    data = {"extract": str(card.id), "hash": card.hash, "figures": [_data(one) for one in found]}
    return Outcome(_lines(card, found), data)


def _lines(card: ExtractCard, found: list[Figure]) -> list[str]:
    lines = [
        f"{card.name} · taken {card.taken_at:%Y-%m-%d %H:%M} · {card.origin} · hash {card.short_hash}",
        "",
    ]
    for one in found:
        notes = " · ".join(part for part in (one.denominator_words, one.missing_words) if part)
        lines.append(f"{one.definition.title}: {one.sentence}")
        lines.append(f"    {notes or 'nothing can be missing'}")
        lines += [f"    {_group(one, group)}" for group in one.groups]
    return lines


def _group(figure: Figure, group: GroupValue) -> str:
    if group.hidden:
        return f"{group.label}: hidden (few)"
    of = f" ({group.numerator} of {group.denominator})" if group.denominator is not None else ""
    return f"{group.label}: {reads.number(group.value)}{of}"


def _data(one: Figure) -> dict[str, Any]:
    spread = one.spread
    return {
        "id": one.definition.id,
        "version": one.definition.version,
        "title": one.definition.title,
        "value": _plain(one.value),
        "unit": one.unit,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "missing": one.missing,
        "small": one.small,
        "sentence": one.sentence,
        "spread": spread
        and {
            "low": _plain(spread.low),
            "median": _plain(spread.median),
            "high": _plain(spread.high),
            "largest": spread.largest,
        },
        "by": one.by,
        "groups": [
            {
                "key": group.key,
                "label": group.label,
                "value": _plain(group.value),
                "numerator": group.numerator,
                "denominator": group.denominator,
                "missing": group.missing,
                "hidden": group.hidden,
            }
            for group in one.groups
        ],
    }


def _plain(value: Any) -> float | None:
    return None if value is None else float(value)
