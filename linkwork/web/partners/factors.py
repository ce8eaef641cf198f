"""Factors in plain words and pictures for their pages."""

import datetime as dt
from collections.abc import Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from linkwork.core.text import one_line
from linkwork.exchange.pictures import Chart, Line, Part, Stack, line_chart, stacked_bar
from linkwork.partnerships import reads
from linkwork.partnerships.rules import Course, FactorKind, Influence, balance
from linkwork.web.partners import words
from linkwork.web.shared.days import date_short, day_said

MONTHS = 12
PAGES = {
    "meeting": "partners:meeting",
    "activity": "partners:activity",
    "advocacy": "partners:advocacy",
    "interaction": "partners:partner",
}


def line(card: reads.FactorCard, today: dt.date) -> dict[str, object]:
    """One factor in a list."""
    parts = [
        words.INFLUENCES[card.influence],
        words.FACTOR_KINDS[card.kind],
        date_short(card.noted_on, today),
    ]
    return {
        "id": card.id,
        "words": card.words,
        "influence": parts[0],
        "kind": parts[1],
        "small": " · ".join(str(part) for part in parts),
        "state": card.state.value,
        "state_name": words.FACTOR_STATES[card.state],
    }


def move(one: reads.MoveCard, today: dt.date) -> dict[str, object]:
    """One step in a factor's history."""
    return {
        "when": day_said(one.moved_on, today),
        "who": one.worker_name,
        "state": words.FACTOR_STATES[one.state],
        "note": one.note,
        "by": one_line(one.by_name),
        "url": reverse(PAGES[one.by_kind], args=[one.by_id]) if one.by_kind else "",
    }


def choice(one: reads.Eased, today: dt.date) -> tuple[str, str]:
    """Something that may have eased a factor, to choose."""
    name = f"{one.name}: {words.PRACTICES[one.practice]}" if one.practice else one.name
    return f"{one.kind}:{one.id}", f"{one_line(name, 70)} ({date_short(one.on, today)})"


def standing_chart(courses: Sequence[Course], today: dt.date) -> Chart:
    """What is not solved today, by category, split by whether it helps, hinders or both."""
    counted = balance(courses, today)
    order = (Influence.HELPS, Influence.BOTH, Influence.HINDERS)
    colours = ("part-0", "part-1", "part-3")  # what helps and what hinders must not both be green
    stacks = [
        Stack(str(words.FACTOR_KINDS[kind]), tuple(float(counted[kind, one]) for one in order))
        for kind in FactorKind
    ]
    return stacked_bar(
        stacks,
        [Part(str(words.INFLUENCES[one]), colour) for one, colour in zip(order, colours, strict=True)],
        title=_("What helps and what hinders today"),
        description=_(
            "For each of the four places where a factor can lie: how many help, do both, and hinder."
        ),
        column=_("Where it lies"),
        share=False,
        right_to_left=get_language_bidi(),
    )


def year_chart(courses: Sequence[Course], today: dt.date) -> Chart:
    """What hinders (or does both) and is not solved, at the end of each of the last twelve months, by category."""
    days = month_ends(today)
    found = [balance(courses, day) for day in days]
    lines = [
        Line(
            str(words.FACTOR_KINDS[kind]),
            tuple(float(one[kind, Influence.HINDERS] + one[kind, Influence.BOTH]) for one in found),
        )
        for kind in FactorKind
    ]
    return line_chart(
        [date_format(day, "M") for day in days],
        lines,
        title=_("What hinders, month by month"),
        description=_("One line for each of the four places where a factor can lie."),
        column=_("Month"),
        right_to_left=get_language_bidi(),
    )


def month_ends(today: dt.date) -> list[dt.date]:
    """The last day of each of the eleven months before, and today."""
    ends = [today]
    while len(ends) < MONTHS:
        ends.append(ends[-1].replace(day=1) - dt.timedelta(days=1))
    return list(reversed(ends))
