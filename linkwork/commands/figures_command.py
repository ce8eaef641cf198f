"""Show the figures of an extract: each with its denominator and how many are missing.

  linkwork figures --programme "North practices"
  linkwork figures --extract ID --by worker
  linkwork figures --from 2026-01-01 --until 2026-03-31
  linkwork figures --json

Without --extract, or with --extract latest, the programme's latest extract. --from and --until ask for some days
only, both counted: rows without a day are then among the missing, and what holds, such as an agreement, is told as of
the last day. --by breaks the figures down (worker, month, stage, site, language, age, need, sector and others); groups
of fewer than five are hidden, and so is what they could be worked out from.
"""

import argparse
from typing import Any

from linkwork.commands import scored
from linkwork.commands.days import day
from linkwork.commands.line import Outcome
from linkwork.commands.which import chosen_extract, operator
from linkwork.evaluation.indicators import reads
from linkwork.evaluation.indicators.reads import Figure, GroupValue, Span
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import Grouping


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which extract, and by what."""
    parser.add_argument("--extract", default="latest", metavar="ID", help="an extract's id, or latest")
    parser.add_argument("--programme", metavar="NAME", help="needed where there are several")
    parser.add_argument("--from", dest="since", type=day, metavar="DAY", help="the first day, as 2026-01-31")
    parser.add_argument("--until", type=day, metavar="DAY", help="the last day")
    parser.add_argument("--by", choices=[one.value for one in Grouping], help="break the figures down")


def run(options: argparse.Namespace) -> Outcome:
    """Count, and print."""
    by = operator(options.programme)
    card = chosen_extract(by, options.extract)
    span = Span(options.since, options.until)
    found = reads.breakdown(by, card.id, options.by, span) if options.by else reads.figures(by, card.id, span)
    days = {name: on and on.isoformat() for name, on in vars(span).items()}
    data = days | {"extract": str(card.id), "hash": card.hash, "figures": [_data(one) for one in found]}
    staff = reads.survey_scores(by, card.id, span)
    paired = reads.paired_outcomes(by, card.id, span)
    data["surveys"] = [scored.survey_data(one) for one in staff]
    data["paired"] = [scored.paired_data(one) for one in paired]
    lines = _lines(card, found) + [line for one in staff for line in scored.survey_lines(one)]
    return Outcome(lines + [one.sentence for one in paired], data)


def _lines(card: ExtractCard, found: list[Figure]) -> list[str]:
    lines = [
        f"{card.name} · taken {card.taken_at:%Y-%m-%d %H:%M} · {card.origin} · hash {card.short_hash}",
        "",
    ]
    for one in found:
        notes = " · ".join(part for part in _notes(one) if part)
        lines.append(f"{one.definition.title}: {one.sentence}")
        lines.append(f"    {notes or 'nothing can be missing'}")
        lines += [f"    {_group(one, group)}" for group in one.groups]
    return lines


def _notes(one: Figure) -> tuple[str, ...]:
    return one.denominator_words, one.missing_words, one.interval_words


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
        "interval": scored.interval_data(one.interval),
        "re_aim": one.definition.re_aim or None,
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
