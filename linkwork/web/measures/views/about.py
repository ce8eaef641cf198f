"""Where each measure comes from and how it is counted; and how the programme's people changed."""

from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linkwork.instruments import measures
from linkwork.instruments.measures import Measure
from linkwork.instruments.measures.shapes import Better, ScoreRule, Vector
from linkwork.outcomes import reads
from linkwork.outcomes.rules.paired import PairedChange
from linkwork.web.measures.words import band_said, language_said, number_said
from linkwork.web.shared.days import date_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_safe
def about(request: Request) -> HttpResponse:
    """Every measure: those that can be asked, those that need a licence, and files at fault."""
    every = measures.measures()
    values = {
        "usable": [_row(one) for one in every if one.usable],
        "slots": [_row(one) for one in every if not one.usable],
        "faults": measures.faults(),
    }
    return page(request, "measures/about.html", values)


def _row(one: Measure) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": _(one.title),
        "why": _(one.why),
        "licence": one.licence,
        "holder": one.holder,
    }


@require_safe
def measure(request: Request, measure_id: str) -> HttpResponse:
    """One measure: source, licence, version, languages, scoring, and the answers its scoring was tried with."""
    one = measures.measure(measure_id)
    values = _row(one) | {
        "measure": one,
        "hint": _(one.hint) if one.hint else "",
        "recall": _(one.recall) if one.recall else "",
        "reviewed": date_said(one.reviewed_on),
        "wordings": [
            {"name": language_said(each.language), "official": each.official, "source": each.source,
             "address": each.address}
            for each in one.wordings
        ],
        "scores": [_score(rule) for rule in one.scores],
        "vectors": [_vector(one, vector) for vector in one.vectors],
        "score_names": [_(rule.label) for rule in one.scores],
    }  # fmt: skip
    return page(request, "measures/measure.html", values)


def _score(rule: ScoreRule) -> dict[str, Any]:
    return {
        "label": _(rule.label),
        "lowest": number_said(rule.lowest),
        "highest": number_said(rule.highest),
        "lower_is_better": rule.better is Better.LOWER,
        "may_miss": rule.may_miss,
        "bands": [
            {"low": number_said(band.low), "high": number_said(band.high), "label": _(band.label)}
            for band in rule.bands
        ],
        "bands_source": rule.bands_source,
        "reliable": number_said(rule.reliable.points) if rule.reliable else "",
        "reliable_source": rule.reliable.source if rule.reliable else "",
    }


def _vector(one: Measure, vector: Vector) -> list[str]:
    answers = ", ".join("–" if answer is None else str(answer) for answer in vector.answers)
    found = [_found(one.rule(key), *pair) for key, pair in vector.scores.items()]
    return [vector.source, answers, *found]


def _found(rule: ScoreRule | None, value: Decimal | None, band: str) -> str:
    if value is None:
        return _("not scored")
    return " · ".join(part for part in (number_said(value), band_said(rule, band)) if part)


@require_safe
def change(request: Request) -> HttpResponse:
    """How people changed who were asked twice, for every measure; whoever was asked once is counted as missing."""
    every = reads.paired_changes(request.viewer)
    rows = [
        {"measure": _(one.title), "label": _(rule.label)} | _change(rule, every[one.id, rule.id])
        for one in measures.measures()
        for rule in one.scores
        if every[one.id, rule.id].paired or every[one.id, rule.id].missing
    ]
    return page(request, "measures/change.html", {"rows": rows})


def _change(rule: ScoreRule, found: PairedChange) -> dict[str, Any]:
    mean, median = found.mean, found.median
    return {
        "paired": found.paired,
        "baseline_only": found.baseline_only,
        "later_only": found.later_only,
        "mean": _signed(mean) if mean is not None else "",
        "median": _signed(median) if median is not None else "",
        "lower_is_better": rule.better is Better.LOWER,
        "lowest": number_said(rule.lowest),
        "highest": number_said(rule.highest),
        "at_floor": found.at_floor,
        "at_ceiling": found.at_ceiling,
        "better": found.better,
        "worse": found.worse,
        "steady": found.steady,
        "points": number_said(rule.reliable.points) if rule.reliable else "",
    }


def _signed(value: Any) -> str:
    """With its sign, and a true minus."""
    return ("+" if value > 0 else "−" if value < 0 else "") + number_said(abs(value))
