"""Who should hear from us, for the first page of the day: a few by name, the rest behind one line."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework import reads
from linkwork.casework.reads import DueAction, DueCard, FollowUpCard
from linkwork.core.viewer import Role, Viewer
from linkwork.web.people.saying import due_said
from linkwork.web.shared.days import ago_said, day_said
from linkwork.web.shared.today import Own, Press, TodayItem

# A page with ninety names helps nobody choose: those due longest stand there, the list holds the others.
BY_NAME = 5


def due_items(viewer: Viewer, promised: Collection[UUID], today: dt.date) -> list[TodayItem]:
    """Those due by today; whoever is promised something today anyway is not named twice. One question."""
    if viewer.id is None or not viewer.has(Role.WORKER):
        return []
    due = [one for one in reads.due(viewer, today, viewer.id, cover_on=today) if one.case_id not in promised]
    due.sort(key=lambda one: one.tried_on == today)  # whom nobody has tried yet today comes first
    items = [_item(card, viewer, today) for card in due[:BY_NAME]]
    return [*items, _rest(due[BY_NAME:], today)] if due[BY_NAME:] else items


def _item(card: DueCard, viewer: Viewer, today: dt.date) -> TodayItem:
    late, tried = card.due_on < today, card.tried_on == today
    title = _("Get in touch with %(person)s") if card.last_on else _("First contact with %(person)s")
    last = _("last contact %(when)s") % {"when": ago_said(card.last_on, today)} if card.last_on else ""
    small = with_cover(" · ".join(part for part in (last, tried_said(card, today)) if part), card, viewer)
    act = _("Get in touch") if card.last_on else _("First contact")
    return TodayItem(
        due=_start_of(card.due_on),
        when=_("today"),
        title=title % {"person": card.short_name},
        small=small,
        url=reverse("people:person", args=[card.case_id]),
        chip=due_said(card.due_on, today) if late and not tried else "",
        chip_kind="needs" if late and not tried else "plain",
        press=Press.SOON if tried else Press.NOW,
        own=Own(card.case_id, card.short_name, act, small),
    )


def _rest(others: list[DueCard], today: dt.date) -> TodayItem:
    count = len(others)
    return TodayItem(
        due=_start_of(today),
        when=_("today"),
        title=ngettext("%(num)s more person is due", "%(num)s more people are due", count) % {"num": count},
        small=_("The list has them, the longest due first"),
        url=f"{reverse('people:list')}?show=mine&due=on&sort=due",
        press=Press.SOON,
    )


def tried_said(card: DueCard, today: dt.date) -> str:
    """When somebody last tried to reach the person in vain; empty where nobody did since they were reached."""
    if card.tried_on is None:
        return ""
    return _("tried %(when)s, nobody answered") % {"when": day_said(card.tried_on, today)}


def with_cover(said: str, card: DueCard | FollowUpCard | DueAction, viewer: Viewer) -> str:
    """What is said of somebody, with the mark that a colleague works with them and the viewer only covers."""
    if card.worker_id is None or card.worker_id == viewer.id:
        return said
    mark = _("you cover for %(name)s") % {"name": card.worker_name}
    return f"{said} · {mark}" if said else mark


def _start_of(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
