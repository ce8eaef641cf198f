"""Gathering what needs the viewer from every area that offers it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.programmes.reads import Standing
from linkwork.web.shared.today import TodayItem

OFFERS = (
    "linkwork.web.people.presenters.today_items",
    "linkwork.web.measures.presenters.today_items",
    "linkwork.web.connect.today.today_items",
    "linkwork.web.partners.today.today_items",
    "linkwork.web.team.today.today_items",
    "linkwork.web.safety.presenters.today_items",
    "linkwork.web.visits.presenters.today_items",
)


def gathered(sources: Iterable[str], standing: Standing, at: dt.datetime) -> list[TodayItem]:
    """The items of every source that is there, what is overdue first, news last, each the earliest due first."""
    found = [item for source in sources for item in _offered(source, standing, at)]
    return sorted(found, key=lambda item: (item.press, item.due, item.title))


@dataclass(frozen=True)
class Row:
    """One line of the list, or several things of one person beneath their name; `url` is the person's page."""

    items: tuple[TodayItem, ...]
    name: str = ""
    url: str = ""


def by_person(items: Sequence[TodayItem]) -> list[Row]:
    """The items in their order; what else is due for a person stands with what presses most for them.

    A worker thinks of people: whoever has several things due is named once.
    """
    of: dict[UUID, list[TodayItem]] = {}
    for item in items:
        if item.own:
            of.setdefault(item.own.case_id, []).append(item)
    rows = []
    for item in items:
        theirs = of[item.own.case_id] if item.own else [item]
        if item is theirs[0]:
            rows.append(_row(theirs))
    return rows


def _row(items: Sequence[TodayItem]) -> Row:
    own = items[0].own
    if own is None or len(items) == 1:
        return Row(tuple(items))
    url = reverse("people:person", args=[own.case_id])
    beneath = [replace(one, title=one.own.title, small=one.own.small) if one.own else one for one in items]
    return Row(tuple(beneath), own.name, url)


def _offered(source: str, standing: Standing, at: dt.datetime) -> list[TodayItem]:
    module, _dot, name = source.rpartition(".")
    area = module.rpartition(".")[0]
    if find_spec(area) is None or find_spec(module) is None:
        return []
    offer = getattr(import_module(module), name, None)
    return list(offer(standing, at)) if offer else []


def heading(count: int) -> str:
    """How many things need the viewer, in words as far as one counts on one hand."""
    in_words = {
        0: _("Nothing needs you now"),
        1: _("One thing needs you"),
        2: _("Two things need you"),
        3: _("Three things need you"),
        4: _("Four things need you"),
        5: _("Five things need you"),
    }
    many = ngettext("%(num)s thing needs you", "%(num)s things need you", count) % {"num": count}
    return in_words.get(count, many)
