"""Extracts and figures as the plain values the pages show."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.text import fold
from linkwork.evaluation.indicators.labels import heading, place
from linkwork.evaluation.indicators.reads import Disagreement, Figure, GroupValue, number
from linkwork.exchange.pictures.of_figures import definition_notes
from linkwork.exchange.words import words
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import Grouping, Shape
from linkwork.web.figures.lines import left, origin_words
from linkwork.web.shared.days import date_said, local_day, time_said

TABLE = ("contacts", "first_share", "repeat_share", "people_reached", "contacts_per_first", "minutes_per_contact",
         "education_share", "linking_share")  # fmt: skip


LEAD = ("contacts", "first_share", "repeat_share", "contacts_per_first")


MOST_COLUMNS = 6  # of a breakdown by what no contact has, such as the sector of a partner


def line(card: ExtractCard) -> dict[str, Any]:
    """One extract in the list."""
    contacts = card.rows.get("contacts")
    return {
        "name": card.name,
        "taken": date_said(local_day(card.taken_at)),
        "url": reverse("figures:extract", args=[card.id]),
        "origin": origin_words(card),
        "is_log": card.origin == "log",
        "is_survey": card.origin == "survey",
        "days": {"month": _("days to the month"), "shifted": _("days moved")}.get(card.days, ""),
        "contacts": "" if contacts is None else _contacts(contacts),
        "hash": card.short_hash,
    }


def _contacts(count: int) -> str:
    return ngettext("%(count)s contact", "%(count)s contacts", count) % {"count": number(count)}


def head(card: ExtractCard) -> dict[str, Any]:
    """What stands above the figures of one extract."""
    return line(card) | {
        "id": card.id,
        "moment": _("%(day)s, %(time)s")
        % {"day": date_said(local_day(card.taken_at)), "time": time_said(card.taken_at)},
        "by": card.taken_by,
        "whole_hash": card.hash,
        "left": left(card),
        "rows": [[name, number(count)] for name, count in card.rows.items()],
    }


def with_words(found: list[Figure], typed: str) -> list[Figure]:
    """Those whose title or sentence holds all the words."""
    wanted = fold(typed).split()
    said = {one.definition.id: fold(f"{_(one.definition.title)} {one.sentence}") for one in found}
    return [one for one in found if all(word in said[one.definition.id] for word in wanted)]


def sections(found: list[Figure]) -> list[dict[str, Any]]:
    """The figures by component, each as a card."""
    titles = words()["component"]
    known = [one.definition.component for one in found]
    return [
        {
            "id": component,
            "title": titles.get(component, component),
            "figures": [_card(one) for one in found if one.definition.component == component],
        }
        for component in dict.fromkeys([*(one for one in titles if one in known), *known])
    ]


def lead(found: list[Figure]) -> list[dict[str, Any]]:
    """The figures everybody asks for first, in the order of `LEAD`."""
    by_id = {one.definition.id: one for one in found if one.value is not None}
    return [_card(by_id[name]) for name in LEAD if name in by_id]


def _card(one: Figure) -> dict[str, Any]:
    definition = one.definition
    return {
        "id": definition.id,
        "title": _(definition.title),
        "number": one.shown,
        "unit": _unit(one),
        "sentence": one.sentence,
        "of": one.denominator_words,
        "missing": one.missing_words,
        "interval": one.interval_words,
        "details": definition_notes(definition),
        "small": one.small,
        "part": _part(one),
    }


def _unit(one: Figure) -> str:
    if one.value is None:
        return ""
    return {"percent": "%", "minutes": _("min")}.get(one.unit, "")


def _part(one: Figure) -> float | None:
    """A share as part of a meter's length, 0 to 100."""
    return float(one.value) if one.definition.shape is Shape.SHARE and one.value is not None else None


def table(found: list[Figure], by: Grouping) -> dict[str, Any]:
    """One breakdown as a table: a row for each group, a column for each figure."""
    shown = [one for name in TABLE for one in found if one.definition.id == name]
    shown = shown or [one for one in found if one.definition.shape is not Shape.SPREAD][:MOST_COLUMNS]
    told = {group.key: group.label for one in shown for group in one.groups}
    keys = sorted(told.items(), key=lambda one: place(by, one[0]))
    groups = {(one.definition.id, group.key): group for one in shown for group in one.groups}
    return {
        "caption": _("Figures by %(what)s") % {"what": heading(by).lower()},
        "columns": [heading(by), *[{"label": _(one.definition.title), "num": True} for one in shown]],
        "rows": [
            [label, *[_cell(one, groups.get((one.definition.id, key))) for one in shown]]
            for key, label in keys
        ],
        "foot": [_("All"), *[_whole(one) for one in shown]],
        "hides": any(group.hidden for one in shown for group in one.groups),
    }


def _cell(one: Figure, group: GroupValue | None) -> str:
    if group is None or group.hidden:
        return _("few, hidden") if group else "–"
    return _with_of(one, number(group.value), group.numerator, group.denominator)


def _whole(one: Figure) -> str:
    return _with_of(one, one.shown, one.numerator, one.denominator)


def _with_of(one: Figure, value: str, numerator: int | None, denominator: int | None) -> str:
    if one.definition.shape is not Shape.SHARE or not denominator:
        return value
    return _("%(value)s %% (%(part)s of %(whole)s)") % {
        "value": value,
        "part": number(numerator),
        "whole": number(denominator),
    }


def leaving(ways: Sequence[list[Figure]]) -> dict[str, Any]:
    """Every figure as it would leave in each way, and how many would be hidden."""
    return {
        "rows": [
            [_(many[0].definition.title), *(_("hidden") if one.small else _with_unit(one) for one in many)]
            for many in zip(*ways, strict=True)
        ],
        "hidden": sum(one.small for one in ways[0]),
        "all": len(ways[0]),
    }


def _with_unit(one: Figure) -> str:
    return f"{_whole(one)} {_('min')}" if one.unit == "minutes" and one.value is not None else _whole(one)


def disagreement_rows(found: list[Disagreement]) -> list[list[str]]:
    """Day, contact, case, what was marked, what the days say."""
    words = {True: _("first"), False: _("repeat")}
    return [
        [
            date_said(one.occurred_on),
            one.contact[:8],
            one.case[:8],
            words[one.marked_first],
            words[one.derived_first],
        ]
        for one in found
    ]
