"""People as pages show them: dates said, terms by name, states as short words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework import reads
from linkwork.casework.access import may_see_people
from linkwork.casework.reads import CaseCard, FollowUpCard, Listed, Nobodys, ReferralCard
from linkwork.casework.rules.persons import Urgency
from linkwork.casework.rules.states import CaseState
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes.reads import Standing
from linkwork.web.people import words
from linkwork.web.people.due_items import due_items, with_cover
from linkwork.web.people.guarding_items import guarding_items
from linkwork.web.people.saying import due_said
from linkwork.web.plan import presenters as plans
from linkwork.web.shared.days import ago_said, day_said
from linkwork.web.shared.today import Own, Press, TodayItem


@dataclass(frozen=True)
class Line:
    """One row of the list."""

    name: str
    initials: str
    more: str
    url: str
    chip: str
    chip_kind: str
    alert: bool = False


def line(card: CaseCard, today: dt.date, mine: bool = False) -> Line:
    """A case in the list; among one's own the worker goes without saying, as "open" does everywhere."""
    last = (
        _("last contact %(when)s") % {"when": ago_said(card.last_contact_on, today)}
        if card.last_contact_on
        else _("no contact yet")
    )
    parts = [words.language_said(card.language, card.interpreter), last, "" if mine else card.worker_name]
    nobody = not card.worker_id and card.state is not CaseState.CLOSED
    return Line(
        name=card.name,
        initials=card.initials.replace(".", ""),
        more=" · ".join(part for part in parts if part),
        url=reverse("people:person", args=[card.id]),
        chip=_("nobody works with them") if nobody else _state_said(card.state),
        chip_kind="needs" if nobody else "quiet",
        alert=card.alert,
    )


def listed_line(one: Listed, today: dt.date, mine: bool, covered: Mapping[UUID, str]) -> Line:
    """A case in the list with when it is due; a colleague's whom the viewer covers for says so."""
    plain = line(one.card, today, mine)
    whose = covered.get(one.card.worker_id) if mine and one.card.worker_id else None
    if whose:
        said = _("you cover for %(name)s") % {"name": whose}
        plain = replace(plain, more=f"{plain.more} · {said}")
    if plain.chip or one.due_on is None or one.due_on > today:
        return plain
    return replace(plain, chip=due_said(one.due_on, today), chip_kind="needs")


def _state_said(state: CaseState) -> str:
    return "" if state is CaseState.OPEN else str(words.CASES[state])


def waiting_line(card: ReferralCard) -> Line:
    """A referral that waits for an answer."""
    parts = [
        words.label("referral_sources", card.source),
        card.referrer_organisation,
        words.label("languages", card.language),
        _("now with %(manager)s") % {"manager": card.escalated_to} if card.escalated_to else "",
    ]
    return Line(
        name=card.name,
        initials=card.initials.replace(".", ""),
        more=" · ".join(part for part in parts if part),
        url=reverse("people:referral", args=[card.id]),
        chip=waiting_said(card),
        chip_kind="needs" if card.waiting and card.waiting.late else "",
    )


def waiting_said(card: ReferralCard) -> str:
    """How long the referral has waited; empty once it is answered."""
    if card.waiting is None:
        return ""
    if card.waiting.days < 1:
        return _("came today")
    days = card.waiting.days
    return ngettext("waiting %(num)s day", "waiting %(num)s days", days) % {"num": days}


@dataclass(frozen=True)
class Promise:
    """One follow-up on the person's page."""

    id: UUID
    about: str
    when: str
    due: bool
    done: bool


def promise(card: FollowUpCard, today: dt.date) -> Promise:
    """A follow-up; due from its day on, until it is done."""
    done = card.done_on is not None
    said = day_said(card.done_on or card.due_on, today)
    when = _("done %(when)s") % {"when": said} if done else _("due %(when)s") % {"when": said}
    return Promise(card.id, card.about, when, not done and card.due_on <= today, done)


def today_items(standing: Standing, at: dt.datetime) -> list[TodayItem]:
    """What needs the viewer now: follow-ups due, plans, and for managers every unanswered referral with its age.

    A colleague's whom the viewer covers for are there too, with a mark. At most three questions of the database.
    """
    viewer = standing.viewer
    if not may_see_people(viewer):
        return []
    today = timezone.localdate(at)
    approving = bool(standing.programme and standing.programme.plans_need_approval)
    found = reads.to_do(viewer, today, approving=approving)
    items = [_promised(card, today, viewer) for card in found.promised]
    items += plans.items_of(found, viewer, at)
    items += due_items(viewer, {card.case_id for card in found.promised}, today)
    items += guarding_items(found, today)
    items += [_nobodys(found.nobodys, today)] if found.nobodys else []
    if viewer.has(Role.MANAGER):
        items += [_unanswered(card) for card in reads.referrals_waiting(viewer, at)]
    return items


def _promised(card: FollowUpCard, today: dt.date, viewer: Viewer) -> TodayItem:
    late = card.due_on < today
    small = with_cover(_("Promised for %(when)s") % {"when": day_said(card.due_on, today)}, card, viewer)
    return TodayItem(
        due=_start_of(card.due_on),
        when=_("now") if late else _("today"),
        title=_("%(who)s: %(what)s") % {"who": card.short_name, "what": card.about},
        small=small,
        url=reverse("people:person", args=[card.case_id]),
        chip=_("late") if late else "",
        chip_kind="needs" if late else "plain",
        quote=card.matters,
        press=Press.LATE if late else Press.NOW,
        own=Own(card.case_id, card.short_name, card.about, small),
    )


def _unanswered(card: ReferralCard) -> TodayItem:
    late = card.waiting is not None and card.waiting.late
    urgent = card.urgency is Urgency.URGENT
    parts = [words.label("referral_sources", card.source), card.referrer_organisation]
    return TodayItem(
        due=_start_of(card.received_on),
        when=_("now") if late or urgent else _("soon"),
        title=_("A referral waits for an answer: %(who)s") % {"who": card.short_name},
        small=" · ".join(part for part in parts if part),
        url=reverse("people:referral", args=[card.id]),
        chip=_("urgent") if urgent else waiting_said(card),
        chip_kind="needs" if late or urgent else "plain",
        press=Press.URGENT if urgent else Press.LATE if late else Press.SOON,
    )


def _nobodys(found: Nobodys, today: dt.date) -> TodayItem:
    """Whoever was taken on and has nobody to work with them: one line, however many they are."""
    title = ngettext(
        "%(num)s person was taken on and has no worker yet",
        "%(num)s people were taken on and have no worker yet",
        found.number,
    )
    return TodayItem(
        due=_start_of(found.since),
        when=_("now"),
        title=title % {"num": found.number},
        small=_("the first of them %(when)s") % {"when": ago_said(found.since, today)},
        url=f"{reverse('people:referrals')}#waiting-list",
        chip=_("urgent") if found.urgent else _("give to somebody"),
        chip_kind="needs",
        press=Press.URGENT if found.urgent else Press.LATE,
    )


def _start_of(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
