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
import datetime as dt
from typing import Any

from linkwork.commands.line import Outcome
from linkwork.commands.which import chosen_extract, operator
from linkwork.evaluation.indicators import reads
from linkwork.evaluation.indicators.reads import Figure, GroupValue, Span, SurveyScores
from linkwork.evaluation.indicators.rules.survey_scores import Score
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import Grouping


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which extract, and by what."""
    parser.add_argument("--extract", default="latest", metavar="ID", help="an extract's id, or latest")
    parser.add_argument("--programme", metavar="NAME", help="needed where there are several")
    parser.add_argument("--from", dest="since", type=_day, metavar="DAY", help="the first day, as 2026-01-31")
    parser.add_argument("--until", type=_day, metavar="DAY", help="the last day")
    parser.add_argument("--by", choices=[one.value for one in Grouping], help="break the figures down")


def run(options: argparse.Namespace) -> Outcome:
    """Count, and print."""
    by = operator(options.programme)
    card = chosen_extract(by, options.extract)
    span = Span(options.since, options.until)
    found = reads.breakdown(by, card.id, options.by, span) if options.by else reads.figures(by, card.id, span)
    days = {name: day and day.isoformat() for name, day in vars(span).items()}
    data = days | {"extract": str(card.id), "hash": card.hash, "figures": [_data(one) for one in found]}
    staff = reads.survey_scores(by, card.id, span)
    data["surveys"] = [_survey(one) for one in staff]
    return Outcome(_lines(card, found) + [line for one in staff for line in _survey_lines(one)], data)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no day, such as 2026-01-31') from None


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


def _survey_lines(one: SurveyScores) -> list[str]:
    lines = [f"{one.survey.name}: {reads.number(one.respondents)} respondents."]
    for found in one.constructs:
        lines.append(found.sentence)
        apart = reads.not_relevant_words(found.whole)
        lines += [f"    {apart}"] if apart else []
        lines += [f"    {group.label}: {_mean_of(group.score)}" for group in found.groups]
    return lines


def _mean_of(found: Score | None) -> str:
    if found is None:
        return "hidden (few)"
    return reads.number(found.mean.mean if found.mean else None)


def _survey(one: SurveyScores) -> dict[str, Any]:
    return {
        "instrument": one.survey.id,
        "respondents": one.respondents,
        "small": one.small,
        "constructs": [
            {
                "id": found.construct.id,
                "scale": [found.low, found.high],
                **_score(found.whole),
                "groups": [
                    {"key": group.key, "hidden": group.score is None, **_score(group.score)}
                    for group in found.groups
                ],
            }
            for found in one.constructs
        ],
    }


def _score(found: Score | None) -> dict[str, Any]:
    mean = found.mean if found else None
    interval = mean.interval if mean else None
    return {
        "mean": _plain(mean and mean.mean),
        "interval": interval and [_plain(interval.low), _plain(interval.high)],
        "respondents": found.respondents if found else None,
        "answered": found.answered if found else None,
        "not_relevant": dict(found.not_relevant) if found else None,
        "empty": found.empty if found else None,
    }


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
        "interval": one.interval and [_plain(one.interval.low), _plain(one.interval.high)],
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
