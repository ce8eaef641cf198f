"""Saturation as sentence, chart and table; words as table and in their context."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from linkwork.evaluation.coding.reads import InContext, SaturationFound, Words
from linkwork.evaluation.coding.rules.tables.asked import Across
from linkwork.evaluation.studies.rules import Group
from linkwork.exchange.grids import Grid
from linkwork.exchange.pictures import Chart, Line, line_chart
from linkwork.programmes.rules import Stage
from linkwork.web.study.labels import GROUPS, STAGES


def sentence(one: SaturationFound) -> str:
    """What came out, in a sentence."""
    asked, found, many = one.asked, one.found, len(one.titles)
    percent = f"{asked.threshold * 100:g}"
    if many < asked.base + asked.run:
        said = _(
            "It takes %(n)s coded sources to say: a base of %(base)s and a run of %(run)s. There are %(many)s."
        )
        settings = {"n": asked.base + asked.run, "base": asked.base, "run": asked.run, "many": many}
        return said % settings
    if found.reached is None:
        said = _(
            "Not reached in %(many)s sources: every run of %(run)s brought more than %(percent)s %% new codes, "
            "measured by those of the first %(base)s sources."
        )
        return said % {"many": many, "run": asked.run, "percent": percent, "base": asked.base}
    run = next(run for run in found.runs if run.first == found.reached + 1)
    said = _(
        "Reached at %(n)s+%(run)s sources: sources %(first)s to %(last)s brought %(new)s new codes, %(share)s %% of "
        "the %(codes)s codes of the first %(base)s (at most %(percent)s %% was asked for)."
    )
    return said % {
        "n": found.reached,
        "run": asked.run,
        "first": run.first,
        "last": run.last,
        "new": run.new,
        "share": f"{run.share * 100:.0f}",
        "codes": found.base_codes,
        "base": asked.base,
        "percent": percent,
    }


def by_chance(one: SaturationFound) -> str:
    """What other orders would have said."""
    if one.band is None or len(one.titles) < one.asked.base + one.asked.run:
        return ""
    percent = f"{one.band.share * 100:.0f}"
    draws = {"draws": one.asked.draws, "seed": one.asked.seed, "percent": percent}
    if one.band.reached is None:
        return _("In none of %(draws)s shuffled orders (seed %(seed)s) was it reached.") % draws
    lower, middle, upper = one.band.reached
    said = _(
        "Over %(draws)s shuffled orders (seed %(seed)s) it was reached in %(percent)s %%, there at %(middle)s sources "
        "in the middle (95 %% between %(lower)s and %(upper)s)."
    )
    return said % (draws | {"middle": middle, "lower": lower, "upper": upper})


def chart(one: SaturationFound) -> Chart | None:
    """Codes found after each source, with the band of shuffled orders."""
    if not one.titles:
        return None
    total, so_far = 0, []
    for new in one.found.new:
        total += new
        so_far.append(float(total))
    steps = [str(place + 1) for place in range(len(one.titles))]
    lines = [Line(_("Codes so far"), tuple(so_far)), Line(_("New codes"), tuple(map(float, one.found.new)))]
    if one.band:
        lines += [
            Line(_("Shuffled orders, upper end"), one.band.upper),
            Line(_("Shuffled orders, lower end"), one.band.lower),
        ]
    return line_chart(
        steps,
        lines,
        title=_("Codes found, source by source"),
        description=sentence(one),
        column=_("Source"),
        right_to_left=get_language_bidi(),
    )


def saturation_grid(one: SaturationFound) -> Grid:
    """The table behind the chart as a file takes it."""
    run_of = {run.last: run for run in one.found.runs}
    rows: list[tuple[str | int | float, ...]] = []
    total = 0
    for place, (title, new) in enumerate(zip(one.titles, one.found.new, strict=True)):
        total += new
        run = run_of.get(place + 1)
        band = (round(one.band.lower[place], 1), round(one.band.upper[place], 1)) if one.band else ("", "")
        rows.append((title, place + 1, new, total, round(run.share * 100, 1) if run else "", *band))
    heads = (
        _("Source"),
        _("Place"),
        _("New codes"),
        _("Codes so far"),
        _("New in the run that ends here, %"),
        _("Shuffled, lower"),
        _("Shuffled, upper"),
    )
    notes = tuple(one_said for one_said in (sentence(one), by_chance(one), source_said()) if one_said)
    return _grid(_("Saturation"), notes, heads, rows)


def source_said() -> str:
    """Where the method comes from."""
    return _(
        "Base size, run length and threshold as in Guest, Namey and Chen 2020, PLoS ONE 15(5): e0232076."
    )


def column_name(found: Words, key: str) -> str:
    """What a column of words is called."""
    if not key:
        return _("Not said")
    if found.across is Across.SOURCE:
        return found.names[key]
    return str(STAGES[Stage(key)] if found.across is Across.STAGE else GROUPS[Group(key)])


def word_table(found: Words) -> dict[str, Any]:
    """The table of words; every row carries its word, for the button that opens it in context."""
    return {
        "columns": [column_name(found, key) for key in found.columns],
        "rows": [
            {
                "word": one.word,
                "times": one.times,
                "sources": one.sources,
                "cells": list(one.by_column.values()),
            }
            for one in found.lines
        ],
    }


def word_notes(found: Words) -> list[str]:
    """How words were counted, in sentences."""
    return [
        ngettext("%(n)s word in %(sources)s sources.", "%(n)s words in %(sources)s sources.", found.words)
        % {"n": found.words, "sources": found.sources},
        _("Capitals, accents and the forms of an Arabic letter count alike."),
        _("In Arabic “ال” is taken off the beginning, also after و, ف, ب, ك or ل; nothing else is."),
        _("Chinese is not cut into words: each pair of neighbouring signs is counted."),
    ]


def words_grid(found: Words) -> Grid:
    """The words as a file takes them."""
    heads = (_("Word"), _("Times"), _("Sources"), *(column_name(found, key) for key in found.columns))
    rows: list[tuple[str | int | float, ...]] = [
        (one.word, one.times, one.sources, *one.by_column.values()) for one in found.lines
    ]
    return _grid(_("Words"), tuple(word_notes(found)), heads, rows)


def context(found: Sequence[InContext]) -> list[dict[str, Any]]:
    """The places of a word, each with what stands around it."""
    return [
        {
            "source_id": one.source_id,
            "title": one.title,
            "lang": one.language,
            "dir": one.direction.value,
            "before": one.before,
            "word": one.word,
            "after": one.after,
            "who": " · ".join(
                str(said)
                for said in (GROUPS[one.group] if one.group else "", STAGES[one.stage] if one.stage else "")
                if said
            ),
        }
        for one in found
    ]


def _grid(
    title: str, notes: tuple[str, ...], heads: tuple[str, ...], rows: Sequence[tuple[str | int | float, ...]]
) -> Grid:
    return Grid(
        title,
        notes,
        heads,
        tuple(rows),
        lang=get_language() or "en",
        dir="rtl" if get_language_bidi() else "ltr",
    )
