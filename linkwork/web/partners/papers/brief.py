"""The brief of a wider effort: what is asked, for how many, how often they tried, what stood in the way. No names."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.numbers import SMALLEST_SHOWN, hidden_cells
from linkwork.exchange.report.blocks import Chapter, Facts, Points, Report, Table, Text, chapter
from linkwork.partnerships.reads import Brief
from linkwork.programmes.reads import ProgrammeCard
from linkwork.web.partners import words
from linkwork.web.partners.papers.parts import HIDDEN, paper, shown
from linkwork.web.shared import lists
from linkwork.web.shared.days import date_said


def brief_paper(found: Brief, programme: ProgrammeCard, today: dt.date) -> Report:
    """The brief, drafted: whoever sends it makes it theirs in Word."""
    effort = found.effort
    lead = _("We ask %(target)s: %(ask)s") % {"target": effort.target, "ask": effort.ask}
    chapters = [_matter(found), _numbers(found), _obstacles(found), _tried(found), _notes(found)]
    return paper(programme, _("A brief"), effort.ask, lead, chapters, today)


def _matter(found: Brief) -> Chapter:
    effort = found.effort
    pairs = [
        (_("Asked of"), (effort.target,)),
        (_("Who would gain"), (effort.for_whom,)),
        (_("Where something should change"), (str(words.LEVELS[effort.level]),)),
    ]
    if found.first_on:
        pairs.append((_("Asked for since"), (date_said(found.first_on),)))
    return chapter("matter", _("What this is about"), [Facts(tuple(pairs))])


def _numbers(found: Brief) -> Chapter:
    if not found.efforts:
        return chapter("people", "", [])
    lines = [_("People who asked for the same, each on their own: %(num)s.") % {"num": shown(found.people)}]
    if found.people >= SMALLEST_SHOWN:  # fewer attempts than that would say how few people there are
        tries = ngettext(
            "In all it was tried %(num)s time.", "In all it was tried %(num)s times.", found.attempts
        )
        lines.append(tries % {"num": found.attempts})
    lines.append(_("The one that took longest: %(num)s days.") % {"num": found.longest})
    table = _table(_("What they needed help with"), _("Need"), found, found.needs, "needs")
    return chapter("people", _("Why now"), [Points(tuple(lines)), *([table] if table else [])])


def _obstacles(found: Brief) -> Chapter:
    named = {str(words.OBSTACLES[kind]): number for kind, number in found.obstacles.items()}
    table = _table(_("What stood in the way"), _("Obstacle"), found, named)
    return chapter("obstacles", _("What stands in the way"), [table] if table else [])


def _table(
    caption: str, head: str, found: Brief, counts: Mapping[str, int], list_id: str = ""
) -> Table | None:
    """People by something. Small ones are hidden, and others where these could be worked out from the total."""
    if not counts or found.people < SMALLEST_SHOWN:
        return None  # the few are told as such above, and not by kind
    inside = {**counts, "": max(found.people - sum(counts.values()), 0)}
    hidden = hidden_cells(inside)
    rows = tuple(
        (lists.label(list_id, name) if list_id else name, HIDDEN if name in hidden else str(number))
        for name, number in counts.items()
    )
    return Table(caption, (head, _("People")), rows)


def _tried(found: Brief) -> Chapter:
    tries = [
        f"{date_said(one.made_on)}: {words.METHODS[one.method]}"
        + (f". {one.response}" if one.response else "")
        for one in found.effort.attempts
    ]
    return chapter("tried", _("What we have tried so far"), [Points(tuple(tries))] if tries else [])


def _notes(found: Brief) -> Chapter:
    lines = (
        _(
            "Counted from what was written down at the time. Nobody is named, and numbers below %(num)s are not given."
        )
        % {"num": SMALLEST_SHOWN},
    )
    return chapter("notes", _("How this was counted"), [Text(lines, soft=True)] if found.efforts else [])
