"""The minutes of a meeting on paper."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.exchange.report.blocks import Chapter, Entry, Facts, Points, Report, Table, Text, chapter
from linkwork.partnerships.reads import ActionCard, Asked, MeetingCard
from linkwork.partnerships.rules import ItemState
from linkwork.programmes.reads import ProgrammeCard
from linkwork.web.partners.papers.parts import paper
from linkwork.web.shared.days import date_said, local_day, time_said


def minutes_paper(card: MeetingCard, programme: ProgrammeCard, today: dt.date) -> Report:
    """What was said and who does what; before the meeting what there is to talk about."""
    above = _("Minutes") if card.kept else _("Agenda")
    chapters = [_frame(card), _topics(card), _rest(card), _taken_on(card), _left(card)]
    return paper(programme, above, card.title, "", chapters, today)


def _frame(card: MeetingCard) -> Chapter:
    begin, end = time_said(card.starts_at), time_said(card.ends_at)
    when = _("%(day)s, %(begin)s to %(end)s") % {
        "day": date_said(local_day(card.starts_at)),
        "begin": begin,
        "end": end,
    }
    pairs: list[tuple[str, tuple[str, ...]]] = [(_("When"), (when,))]
    if card.place:
        pairs.append((_("Where"), (card.place,)))
    there = [one for one in card.asked if one.came] if card.kept else list(card.asked)
    missed = [one.name for one in card.asked if one.came is False]
    if there:
        pairs.append((_("Who came") if card.kept else _("Who is asked"), tuple(_came(one) for one in there)))
    if missed:
        pairs.append((_("Asked and not there"), tuple(missed)))
    if card.organiser_name:
        pairs.append((_("Called by"), (card.organiser_name,)))
    return chapter("frame", "", [Facts(tuple(pairs))])


def _came(one: Asked) -> str:
    if one.number is None:
        return one.name
    people = ngettext("%(num)s person", "%(num)s people", one.number) % {"num": one.number}
    return _("%(name)s, %(people)s") % {"name": one.name, "people": people}


def _topics(card: MeetingCard) -> Chapter:
    states = {
        ItemState.OPEN: "",
        ItemState.DONE: _("done"),
        ItemState.CARRIED: _("left for the next meeting"),
    }
    if not card.kept:
        return chapter("topics", _("To talk about"), _points([one.words for one in card.topics]))
    found = [
        Entry(states[one.state], f"{one.number}. {one.words}", tuple(one.said.splitlines()))
        for one in card.topics
    ]
    return chapter("topics", _("What was said"), found)


def _points(lines: list[str]) -> list[Points]:
    return [Points(tuple(lines))] if lines else []


def _rest(card: MeetingCard) -> Chapter:
    title = _("Also") if card.topics else _("What was said")
    lines = tuple(line for line in card.minutes.splitlines() if line.strip())
    return chapter("rest", title, [Text(lines)] if lines else [])


def _taken_on(card: MeetingCard) -> Chapter:
    return _actions("taken-on", _("Who does what"), card.actions)


def _left(card: MeetingCard) -> Chapter:
    return _actions("left", _("Left from earlier meetings"), card.left)


def _actions(id: str, title: str, cards: tuple[ActionCard, ...]) -> Chapter:
    rows = tuple(
        (
            one.what,
            one.worker_name or one.partner_name,
            date_said(one.due_on),
            _("done") if one.done_at else "",
        )
        for one in cards
    )
    heads = (_("What"), _("Who"), _("By when"), _("Done"))
    return chapter(id, title, [Table("", heads, rows, numbers=False)] if rows else [])
