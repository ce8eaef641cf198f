"""The network in words: the matrix, the picture, the share across sectors, and whom only one worker knows."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from linkwork.core.numbers import percent
from linkwork.exchange.pictures import Chart, Line, Link, Node, heat_step, line_chart, network_chart
from linkwork.partnerships.rules import Knot, Practice, Reach, Share, only_one, reach_of
from linkwork.web.partners import words
from linkwork.web.shared.days import date_said

MOST_DRAWN = 40
MOST_ROWS = 60


def values(found: Sequence[Knot], shares: Sequence[Share], first: dt.date, last: dt.date) -> dict[str, Any]:
    """What `partners/network.html` shows."""
    asked = urlencode({"first": first.isoformat(), "last": last.isoformat()})
    across, whole = (
        sum(one.inter_sectoral for one in shares),
        sum(one.sectoral + one.inter_sectoral for one in shares),
    )
    partners = len({one.partner_id for one in found})
    return {
        "knots": len(found),
        "workers": [name for _id, name in _workers(found)],
        "matrix": _matrix(found),
        "partners": partners,
        "left_out": max(partners - MOST_ROWS, 0),
        "picture": picture(found, first, last) if found else None,
        "not_drawn": max(partners - MOST_DRAWN, 0),
        "alone": only_one(found)[:MOST_ROWS] if len(_workers(found)) > 1 else [],
        "across": percent(across, whole, 0),
        "whole": whole,
        "shares": _shares(shares) if len(shares) > 1 else None,
        "practices": [
            (words.PRACTICES[practice], sum(dict(one.practices).get(practice, 0) for one in found))
            for practice in Practice
        ],
        "csv_url": f"{reverse('partners:network_file')}?{asked}",
        "svg_url": f"{reverse('partners:network_picture')}?{asked}",
    }


def _workers(found: Sequence[Knot]) -> list[tuple[Any, str]]:
    return sorted({(one.worker_id, one.worker_name) for one in found}, key=lambda pair: (pair[1], pair[0]))


def _ranked(found: Sequence[Knot]) -> list[tuple[Any, str, bool]]:
    """Partners, the most worked with first: (id, name, whether across sectors)."""
    times: dict[Any, int] = {}
    for one in found:
        times[one.partner_id] = times.get(one.partner_id, 0) + one.times
    named = {
        one.partner_id: (one.partner_name, reach_of(one.sector) is Reach.INTER_SECTORAL) for one in found
    }
    ranked = sorted(times, key=lambda key: (-times[key], named[key][0]))
    return [(key, *named[key]) for key in ranked]


def _matrix(found: Sequence[Knot]) -> list[dict[str, Any]]:
    by = {(one.partner_id, one.worker_id): one.times for one in found}
    most, workers = max(by.values(), default=0), _workers(found)
    rows = []
    for partner_id, name, _across in _ranked(found)[:MOST_ROWS]:
        cells = [by.get((partner_id, worker_id), 0) for worker_id, _name in workers]
        rows.append(
            {"name": name, "cells": [{"n": n, "heat": heat_step(n, most), "href": ""} for n in cells]}
        )
    return rows


def picture(found: Sequence[Knot], first: dt.date, last: dt.date) -> Chart:
    """Workers on the left, the partners most worked with on the right."""
    workers, partners = _workers(found), _ranked(found)[:MOST_DRAWN]
    left = {key: place for place, (key, _name) in enumerate(workers)}
    right = {key: place for place, (key, _name, _across) in enumerate(partners)}
    alone = {one.partner_id for one in only_one(found)} if len(workers) > 1 else set()
    return network_chart(
        [Node(name) for _key, name in workers],
        [Node(name, square=across) for _key, name, across in partners],
        [
            Link(left[one.worker_id], right[one.partner_id], one.times, one.partner_id in alone)
            for one in found
            if one.partner_id in right
        ],
        title=_("Who works with whom"),
        description=_(
            "Workers on the left, partners on the right: circles within health care, squares outside it. "
            "The thicker the line, the more was done together from %(first)s to %(last)s; "
            "a broken line leads to a partner only one worker knows."
        )
        % {"first": date_said(first), "last": date_said(last)},
        columns=(_("Worker"), _("Partner"), _("Times")),
        right_to_left=get_language_bidi(),
    )


def as_rows(found: Sequence[Knot]) -> list[list[object]]:
    """Heading and lines of the file: worker, partner, sector, each practice, all."""
    head: list[object] = [
        _("Worker"),
        _("Partner"),
        _("Sector"),
        *(str(words.PRACTICES[one]) for one in Practice),
        _("All"),
    ]
    return [
        head,
        *(
            [
                one.worker_name,
                one.partner_name,
                str(words.SECTORS[one.sector]),
                *(dict(one.practices).get(practice, 0) for practice in Practice),
                one.times,
            ]
            for one in found
        ),
    ]


def _shares(shares: Sequence[Share]) -> Chart:
    """Month by month; a month without any work leaves a gap."""
    known = {
        one.begins_on: percent(one.inter_sectoral, one.sectoral + one.inter_sectoral, 0) for one in shares
    }
    months = _months(shares[0].begins_on, shares[-1].begins_on)
    part = [known.get(month) for month in months]
    return line_chart(
        [date_format(month, "M y") for month in months],
        [
            Line(
                _("Outside health care, in per cent"),
                tuple(float(one) if one is not None else None for one in part),
            )
        ],
        title=_("Share of work outside health care"),
        description=_(
            "Of all work with partners in each month, how much was outside health care, in per cent."
        ),
        column=_("Month"),
        top=100,
        right_to_left=get_language_bidi(),
    )


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    """The first day of each month, both included."""
    found = [first]
    while found[-1] < last:
        found.append((found[-1] + dt.timedelta(days=32)).replace(day=1))
    return found
