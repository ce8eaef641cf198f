"""What of connecting needs the worker today, and what waits for somebody else."""

import datetime as dt
from dataclasses import replace

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.connections import reads
from linkwork.connections.access import may_connect
from linkwork.connections.reads import ConnectionCard, ToAsk
from linkwork.connections.rules import State, is_silent
from linkwork.programmes.reads import ProgrammeCard, Standing
from linkwork.web.connect import words
from linkwork.web.connect.presenters import NEEDS_SOMEBODY, chip_of, follow_up_is_due, programme_of
from linkwork.web.shared.days import date_short, local_day, moment_said, time_said
from linkwork.web.shared.today import Own, Press, TodayItem

ASKED_FOR = dt.timedelta(days=30)  # after that nobody remembers whether they came


def today_items(standing: Standing, at: dt.datetime) -> list[TodayItem]:
    """Answers to read, silent partners to call, people to ask how it went, appointments; and what others do next.

    Two questions of the database.
    """
    viewer = standing.viewer
    if not may_connect(viewer):
        return []
    programme, today = programme_of(standing), timezone.localdate(at)
    items = [
        _theirs(card, _item(card, programme, today, at)) or _waiting(card, programme, today, at)
        for card in reads.awaiting(viewer, cover_on=today)
    ]
    before = at - dt.timedelta(days=programme.follow_up_after_days)
    ahead = at + dt.timedelta(hours=programme.remind_before_hours)
    asked = reads.to_ask(viewer, before, since=at - ASKED_FOR, until=ahead, cover_on=today)
    items += [_post_item(one, today) if one.is_signpost else _appointment(one, today, at) for one in asked]
    return [item for item in items if item is not None]


def _item(
    card: ConnectionCard, programme: ProgrammeCard, today: dt.date, at: dt.datetime
) -> TodayItem | None:
    url = reverse("connect:detail", args=[card.id])
    small = _("for %(person)s, %(service)s") % {"person": card.person_short, "service": card.service_name}
    asked_on = local_day(card.asked_at) if card.asked_at else None
    if card.asks:
        title = _("%(who)s has a question") % {"who": card.organisation_name}
        return TodayItem(card.news_at or at, _("now"), title, small, url, _("answer"), "needs")
    if card.proposes:
        title = _("%(who)s proposes times") % {"who": card.organisation_name}
        return TodayItem(card.news_at or at, _("now"), title, small, url, _("choose one"), "needs")
    if card.state is State.DRAFT:
        title = _("Not sent yet: %(service)s") % {"service": card.service_name}
        more = _("for %(person)s, begun %(ago)s") % {
            "person": card.person_short,
            "ago": words.ago(local_day(card.created_at), today),
        }
        go_on = reverse("connect:draft", args=[card.id])
        return TodayItem(card.created_at, "", title, more, go_on, _("go on"), "needs", press=Press.SOON)
    if card.news_at:
        title = words.where_it_stands(card, today)
        if card.state in NEEDS_SOMEBODY:
            return TodayItem(card.news_at, _("now"), title, small, url, _("find another way"), "needs")
        when = date_short(local_day(card.news_at), today)
        return TodayItem(card.news_at, when, title, small, url, _("news"), "info", press=Press.NEWS)
    if card.asked_at and is_silent(card.state, asked_on, today, programme.chase_after_days):
        title = _("%(who)s hasn’t answered") % {"who": card.organisation_name}
        since = _asked(card, words.ago(asked_on, today))
        return TodayItem(
            card.asked_at, _("now"), title, since, url, _("call them"), "needs", press=Press.LATE
        )
    if follow_up_is_due(card, programme, today):
        title = _("Ask %(person)s how it went") % {"person": card.person_short}
        follow = reverse("connect:follow_up", args=[card.id])
        own = Own(card.case_id, card.person_short, _("Ask how it went"), card.service_name)
        return TodayItem(at, _("today"), title, card.service_name, follow, _("follow up"), "needs", own=own)
    return None


def _theirs(card: ConnectionCard, item: TodayItem | None) -> TodayItem | None:
    """Beneath the person's name it need not say for whom it is."""
    if item is None or item.own:
        return item
    return replace(item, own=Own(card.case_id, card.person_short, item.title, card.service_name))


def _asked(card: ConnectionCard, ago: str) -> str:
    """For whom, how often and when last a silent partner was asked."""
    times = card.chased + 1
    return ngettext(
        "for %(person)s, asked %(ago)s",
        "for %(person)s, asked %(n)s times, last %(ago)s",
        times,
    ) % {"person": card.person_short, "n": times, "ago": ago}


def _appointment(one: ToAsk, today: dt.date, at: dt.datetime) -> TodayItem | None:
    url = reverse("connect:appointment", args=[one.id])
    says = {"person": one.person_short, "when": moment_said(one.moment)}
    where = one.where or one.service_name
    if one.ends_at <= at:
        title = _("Did %(person)s come?") % says
        own = Own(one.case_id, one.person_short, _("Did they come?"), where or says["when"])
        return TodayItem(one.ends_at, _("now"), title, own.small, url, _("ask"), "needs", own=own)
    if not one.warned and one.moment > at:
        title = _("Remind %(person)s: %(when)s") % says
        own = Own(one.case_id, one.person_short, _("Remind them: %(when)s") % says, where)
        return TodayItem(one.moment, _("today"), title, where, url, _("remind"), "needs", own=own)
    if local_day(one.moment) == today:
        title, when = _("Appointment: %(person)s") % says, time_said(one.moment)
        own = Own(one.case_id, one.person_short, _("Appointment"), where)
        return TodayItem(one.moment, when, title, where, url, press=Press.SOON, own=own)
    return None


def _post_item(one: ToAsk, today: dt.date) -> TodayItem:
    small = _("%(service)s, told of it %(ago)s") % {
        "service": one.service_name,
        "ago": words.ago(local_day(one.moment), today),
    }
    return TodayItem(
        one.moment,
        _("today"),
        _("Ask whether %(person)s went") % {"person": one.person_short},
        small,
        reverse("connect:signpost", args=[one.id]),
        _("follow up"),
        "needs",
        own=Own(one.case_id, one.person_short, _("Ask whether they went"), small),
    )


def _waiting(
    card: ConnectionCard, programme: ProgrammeCard, today: dt.date, at: dt.datetime
) -> TodayItem | None:
    """Somebody else has the next step, and nobody needs to chase it yet."""
    if not card.is_open or card.state is State.DRAFT:
        return None
    chip, kind = chip_of(card, programme, today)
    return TodayItem(
        card.asked_at or at,
        "",
        card.organisation_name,
        _("for %(person)s, %(service)s") % {"person": card.person_short, "service": card.service_name},
        reverse("connect:detail", args=[card.id]),
        chip,
        kind,
        waits=True,
    )
