"""The sheet for a funder: what was done, with whom, what was asked for, and what partners say. Two pages, no names."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework import reads as casework
from linkwork.core.numbers import SMALLEST_SHOWN, hidden_cells
from linkwork.core.viewer import Viewer
from linkwork.exchange.typst.compiling import chinese_face, compile_pdf
from linkwork.partnerships import reads
from linkwork.partnerships.rules import AdvocacyState, Level, Reach, reach_of
from linkwork.programmes.reads import ProgrammeCard
from linkwork.web.partners import words
from linkwork.web.partners.papers.parts import HIDDEN, paper, shown
from linkwork.web.shared.days import date_said

E = TypeVar("E", bound=StrEnum)
MOST_STATEMENTS = 4
MOST_WON = 3
LONGEST = 320  # letters of a statement: two pages hold no more


@dataclass(frozen=True)
class Group:
    """A part of the sheet: figures (number, what it is), rows (name, number), lines, and quotations (words, who)."""

    title: str
    figures: tuple[tuple[str, str], ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Sheet:
    """The whole sheet, every word said."""

    title: str
    period: str
    groups: tuple[Group, ...]
    note: str


def gather(viewer: Viewer, first: dt.date, last: dt.date) -> Sheet:
    """The sheet of a period. For managers."""
    work = reads.work_in(viewer, first, last)
    span = casework.Span(first, last)
    conditions = casework.conditions(viewer, span)
    people = casework.how_many(viewer, {name: conditions[name] for name in ("met", "met_first", "referred")})
    said = [one for one in reads.statements(viewer, most=200) if one.shown and first <= one.said_on <= last]
    changed = [
        one
        for one in reads.advocacy_actions(viewer, (AdvocacyState.WON, AdvocacyState.PARTLY), most=500)
        if one.settled_on and first <= one.settled_on <= last and one.level is not Level.INDIVIDUAL
    ]
    return Sheet(
        title=_("What was done, and with whom"),
        period=_("%(first)s to %(last)s") % {"first": date_said(first), "last": date_said(last)},
        groups=tuple(
            one
            for one in (
                _people(people),
                _partners(work),
                _together(work),
                _asked(work, changed),
                _said(said),
            )
            if one.figures or one.rows or one.lines or one.quotes
        ),
        note=_(
            "Numbers below %(num)s are not given where they count people. Everything is counted from what was "
            "written down at the time. It describes what was done; it does not claim effects."
        )
        % {"num": SMALLEST_SHOWN},
    )


def _people(people: Mapping[str, int]) -> Group:
    return Group(
        _("People"),
        figures=(
            (shown(people["met"]), _("people met")),
            (_safe_part(people["met_first"], people["met"]), _("of them for the first time")),
            (shown(people["referred"]), _("people referred to us")),
        ),
    )


def _safe_part(part: int, whole: int) -> str:
    """A part of a number that stands beside it: hidden where it, or the rest, is small."""
    hidden = hidden_cells({"part": part, "rest": max(whole - part, 0)})
    return HIDDEN if "part" in hidden or 0 < whole < SMALLEST_SHOWN else str(part)


def _partners(work: reads.PeriodWork) -> Group:
    across = sum(n for sector, n in work.partners.items() if reach_of(sector) is Reach.INTER_SECTORAL)
    whole = sum(work.partners.values())
    if not whole:
        return Group(_("Partners"))
    return Group(
        _("Partners"),
        figures=(
            (str(whole), ngettext("organisation we worked with", "organisations we worked with", whole)),
            (str(across), _("of them outside health care")),
        ),
        rows=_rows(words.SECTORS, work.partners),
    )


def _together(work: reads.PeriodWork) -> Group:
    figures = []
    if work.meetings:
        figures.append(
            (str(work.meetings), ngettext("meeting across sectors", "meetings across sectors", work.meetings))
        )
        figures.append(
            (
                str(work.organisations_came),
                ngettext("organisation came to them", "organisations came to them", work.organisations_came),
            )
        )
    if work.sessions:
        figures.append(
            (
                str(work.sessions),
                ngettext(
                    "session of activities made together",
                    "sessions of activities made together",
                    work.sessions,
                ),
            )
        )
    if work.families is not None:
        figures.append((shown(work.families), _("families reached, each session counted")))
    lines = (
        ngettext(
            "Families were not counted at %(num)s session.",
            "Families were not counted at %(num)s sessions.",
            work.uncounted,
        )
        % {"num": work.uncounted},
    )
    return Group(
        _("Work together"),
        figures=tuple(figures),
        rows=_rows(words.PRACTICES, work.practices),
        lines=lines if work.uncounted else (),
    )


def _asked(work: reads.PeriodWork, changed: list[reads.AdvocacyCard]) -> Group:
    if not work.asked and not work.attempts and not work.settled:
        return Group(_("What we asked for"))
    settled = sum(work.settled.values())
    won = work.settled.get(AdvocacyState.WON, 0) + work.settled.get(AdvocacyState.PARTLY, 0)
    lines = [
        _("%(ask)s (%(target)s). %(changed)s")
        % {"ask": one.ask, "target": one.target, "changed": one.changed or one.result}
        for one in changed[:MOST_WON]
    ]
    single = work.asked.get(Level.INDIVIDUAL, 0)  # these count people: small ones stay small words
    wider: dict[Level, int] = {
        level: number for level, number in work.asked.items() if level is not Level.INDIVIDUAL
    }
    rows: tuple[tuple[str, str], ...] = (
        ((str(words.LEVELS[Level.INDIVIDUAL]), shown(single)),) if single else ()
    )
    return Group(
        _("What we asked for, so that something changes"),
        figures=(
            (str(sum(wider.values())), _("efforts for more than one person begun")),
            (str(work.attempts), _("attempts")),
            (str(won), _("of %(num)s settled were won, or in part") % {"num": settled}),
        ),
        rows=rows + _rows(words.LEVELS, wider),
        lines=tuple(line.strip() for line in lines),
    )


def _said(found: list[reads.StatementCard]) -> Group:
    quotes = tuple(
        (_cut(one.words), one.partner_name if one.named else str(words.SECTORS[one.sector]))
        for one in found[:MOST_STATEMENTS]
    )
    return Group(_("What partners say"), quotes=quotes)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _rows(said: Mapping[E, Promise], counts: Mapping[E, int]) -> tuple[tuple[str, str], ...]:
    return tuple((str(said[kind]), str(number)) for kind, number in counts.items())


def sheet_pdf(sheet: Sheet, programme: ProgrammeCard, today: dt.date) -> bytes:
    """Two pages: where the words are too many for them, the last statements and lines make room."""
    made = _compiled(sheet, programme, today)
    while _pages(made) > 2 and (shorter := _shorter(sheet)) is not None:
        sheet, made = shorter, _compiled(shorter, programme, today)
    return made


def _shorter(sheet: Sheet) -> Sheet | None:
    for place, group in reversed(list(enumerate(sheet.groups))):
        if group.quotes or group.lines:
            less = (
                replace(group, quotes=group.quotes[:-1])
                if group.quotes
                else replace(group, lines=group.lines[:-1])
            )
            return replace(sheet, groups=(*sheet.groups[:place], less, *sheet.groups[place + 1 :]))
    return None


def _pages(made: bytes) -> int:
    return made.count(b"/Type /Page\n") + made.count(b"/Type/Page\n") + made.count(b"/Type /Page ")


def _compiled(sheet: Sheet, programme: ProgrammeCard, today: dt.date) -> bytes:
    frame = paper(programme, _("For those who fund us"), sheet.title, "", [], today)
    data: dict[str, Any] = {
        "lang": frame.lang,
        "dir": frame.dir,
        "title": sheet.title,
        "above": frame.above,
        "programme": programme.name,
        "period": sheet.period,
        "demo": frame.demo,
        "printed": frame.printed,
        "note": sheet.note,
        "groups": [vars(one) for one in sheet.groups if one.figures or one.rows or one.lines or one.quotes],
        "chinese": chinese_face(),
        "missing_face": "",
    }
    return compile_pdf("sheet", data)
