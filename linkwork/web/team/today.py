"""What of the team needs somebody today: gaps, what was agreed, talks, trainings, proposals. One question."""

import datetime as dt
from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.programmes.reads import Standing
from linkwork.web.shared import lists
from linkwork.web.shared.days import date_short, day_said, local_day, midnight
from linkwork.web.shared.today import Press, TodayItem
from linkwork.web.team.words import KINDS
from linkwork.workforce import reads
from linkwork.workforce.reads import Kind, ToDo
from linkwork.workforce.rules.training import LIST

MOST_NAMED = 3


def today_items(standing: Standing, at: dt.datetime) -> list[TodayItem]:
    """The viewer’s own, and for those who look after others what is theirs to do. One question.

    Where many workers have had no supervision, they are one item and not hundreds.
    """
    today = local_day(at)
    found = reads.to_do(standing.viewer, today)
    gaps = _worst([one for one in found if one.kind is Kind.GAP])
    asked = sorted((one for one in found if one.kind is Kind.CONFIRM), key=lambda one: one.day or today)
    rest = [one for one in found if one.kind not in (Kind.GAP, Kind.CONFIRM)]
    others = [SAYS[one.kind](one, today) for one in (*rest, *asked[-1:])]  # one talk at a time
    if len(gaps) > MOST_NAMED:
        return [*others, _many(gaps, today)]
    return [*others, *(_gap(one, today) for one in gaps)]


def _worst(gaps: list[ToDo]) -> list[ToDo]:
    """One gap a worker: that of any talk at all, before that of one kind."""
    found: dict[object, ToDo] = {}
    for one in sorted(gaps, key=lambda gap: gap.of_kind is not None):
        found.setdefault(one.about, one)
    return list(found.values())


def _at(day: dt.date | None, today: dt.date) -> dt.datetime:
    return midnight(day or today)


def _gap(one: ToDo, today: dt.date) -> TodayItem:
    title = _("%(name)s has had no supervision") % {"name": one.name}
    if one.of_kind:
        title = _("%(name)s has had no supervision: %(kind)s") % {
            "name": one.name,
            "kind": KINDS[one.of_kind],
        }
    return TodayItem(
        due=_at(one.day, today),
        when=ngettext("%(num)s week", "%(num)s weeks", one.weeks) % {"num": one.weeks},
        title=title,
        small=_("Plan a talk, or note the one you had"),
        url=f"{reverse('team:supervision_new')}?worker={one.about}",
        chip=_("supervision"),
        chip_kind="needs",
        press=Press.LATE,
    )


def _many(gaps: list[ToDo], today: dt.date) -> TodayItem:
    weeks = max(one.weeks for one in gaps)
    return TodayItem(
        due=min(_at(one.day, today) for one in gaps),
        when=ngettext("%(num)s week", "%(num)s weeks", weeks) % {"num": weeks},
        title=_("%(num)s of the team have had no supervision for too long") % {"num": len(gaps)},
        small=_("Those who wait longest come first"),
        url=reverse("team:supervision"),
        chip=_("supervision"),
        chip_kind="needs",
        press=Press.LATE,
    )


def _confirm(one: ToDo, today: dt.date) -> TodayItem:
    return TodayItem(
        due=_at(one.day, today),
        when=date_short(one.day or today, today),
        title=_("You talked with %(name)s: was it so?") % {"name": one.name}
        if one.name
        else _("A talk is noted"),
        small=_("Read what was agreed, and say yes"),
        url=reverse("team:talk", args=[one.about]),
        chip=_("supervision"),
        press=Press.SOON,
    )


def _agreed(one: ToDo, today: dt.date) -> TodayItem:
    day = one.day or today
    return TodayItem(
        due=_at(day, today),
        when=date_short(day, today),
        title=one.words,
        small=_("You said so in supervision"),
        url=reverse("team:talk", args=[one.about]),
        chip=_("supervision"),
        chip_kind="needs" if day < today else "plain",
        press=Press.LATE if day < today else Press.NOW,
    )


def _talk(one: ToDo, today: dt.date) -> TodayItem:
    return TodayItem(
        due=_at(one.day, today),
        when=date_short(one.day or today, today),
        title=_("A talk with %(name)s") % {"name": one.name} if one.name else _("A talk about your work"),
        small=_("Look at what was agreed last time"),
        url=reverse("team:talk", args=[one.about]),
        chip=_("supervision"),
        chip_kind="info",
        press=Press.NOW if one.day == today else Press.SOON,
    )


def _training(one: ToDo, today: dt.date) -> TodayItem:
    day = one.day or today
    over = day < today
    topic = {"topic": lists.label(LIST, one.words), "when": day_said(day, today)}
    return TodayItem(
        due=_at(day, today),
        when=date_short(day, today),
        title=_("%(topic)s: run out %(when)s") % topic if over else _("%(topic)s: runs out %(when)s") % topic,
        small=_("Find a date to do it again"),
        url=reverse("team:training"),
        chip=_("training"),
        chip_kind="needs" if over else "plain",
        press=Press.LATE if over else Press.SOON,
    )


def _proposal(one: ToDo, today: dt.date) -> TodayItem:
    return TodayItem(
        due=_at(one.day, today),
        when=date_short(one.day or today, today),
        title=_("%(name)s proposes: %(title)s") % {"name": one.name, "title": one.words},
        small=_("Read what the others say, and decide"),
        url=reverse("team:proposal", args=[one.about]),
        chip=_("proposal"),
        press=Press.SOON,
    )


SAYS: dict[Kind, Callable[[ToDo, dt.date], TodayItem]] = {
    Kind.CONFIRM: _confirm,
    Kind.AGREED: _agreed,
    Kind.TALK: _talk,
    Kind.TRAINING: _training,
    Kind.PROPOSAL: _proposal,
}
