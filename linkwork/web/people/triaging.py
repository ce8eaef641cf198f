"""Referrals as pages show them: the list to sort through, who could take whom, the report with its lists."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from linkwork.casework.reads import ReferralCard, ReferralList, ReferralReport, Took, Waiter
from linkwork.casework.rules.persons import Urgency
from linkwork.casework.rules.referral_codes import events_of
from linkwork.casework.rules.referrals import Phoning
from linkwork.casework.rules.states import ReferralState
from linkwork.instruments import record_codes
from linkwork.web.people import words
from linkwork.web.people.presenters import waiting_said
from linkwork.web.people.referral_words import DOORS, PHONING, TOOK
from linkwork.web.shared.days import ago_said, day_said
from linkwork.web.shared.reaching import reach_url


@dataclass(frozen=True)
class Row:
    """One referral in the list."""

    name: str
    initials: str
    url: str
    more: str
    said: str
    needs: list[str]
    takers: str
    chips: list[tuple[str, str]]


def row(card: ReferralCard, today: dt.date, takers: str) -> Row:
    """A referral with what is needed to decide whom it goes to."""
    age = _("%(years)s years old") % {"years": card.age} if card.age is not None else ""
    parts = [
        age,
        words.language_said(card.language, card.interpreter),
        words.label("referral_sources", card.source),
        card.referrer_organisation,
    ]
    return Row(
        name=card.name,
        initials=card.initials.replace(".", ""),
        url=reverse("people:referral", args=[card.id]),
        more=" · ".join(part for part in parts if part),
        said=card.wants,
        needs=words.labels("needs", card.needs),
        takers=takers,
        chips=_chips(card, today),
    )


def _chips(card: ReferralCard, today: dt.date) -> list[tuple[str, str]]:
    if card.waiting is None:
        when = day_said(card.answered_on, today) if card.answered_on else ""
        return [(f"{words.REFERRALS[card.state]} {when}".strip(), "quiet")]
    chips = [(waiting_said(card), "needs" if card.waiting.late else "quiet")]
    if card.urgency is Urgency.URGENT:
        chips.insert(0, (_("urgent"), "needs"))
    if card.escalated_to:
        chips.append((_("with %(manager)s") % {"manager": card.escalated_to}, "quiet"))
    return chips


def waiter_line(one: Waiter, today: dt.date) -> dict[str, str]:
    """Somebody on the waiting list."""
    parts = [
        words.label("languages", one.language),
        _("since %(when)s") % {"when": ago_said(one.since, today)},
    ]
    return {
        "name": one.name,
        "more": " · ".join(part for part in parts if part),
        "url": reverse("people:person", args=[one.case_id]),
        "give_url": reverse("people:worker", args=[one.case_id]),
        "urgent": _("urgent") if one.urgency is Urgency.URGENT else "",
    }


def facts(card: ReferralCard) -> list[tuple[str, str, str]]:
    """What was said of person and referrer, and what to tap to reach them; what is missing left out."""
    agreed = {True: _("Yes"), False: _("Not asked yet"), None: _("Not known")}[card.agreed]
    rows = [
        (_("Comes from"), words.label("referral_sources", card.source)),
        (_("Came by"), str(DOORS[card.door])),
        (_("Referred by"), ", ".join(said_by(card))),
        (_("Reach the referrer"), card.referrer_contact or card.referrer_email),
        (_("How soon"), str(words.URGENCIES[card.urgency])),
        (_("Why it is urgent"), card.urgency_reason),
        (_("Agreed to be contacted"), agreed),
        (_("Language"), words.language_said(card.language, card.interpreter)),
        (_("Phone"), card.phone),
        (_("Calling"), str(PHONING.get(card.care.phoning, ""))),
        (_("Good time"), card.care.reach_when),
        (_("E-mail"), card.email),
        (_("Likes to be reached by"), str(words.PREFERENCES[card.prefers])),
        (_("Lives"), card.area),
        (_("Born"), card.born),
    ]
    reached = {_("Reach the referrer"), _("E-mail")}
    if card.care.phoning is not Phoning.NO:
        reached.add(_("Phone"))
    return [(label, value, reach_url(value) if label in reached else "") for label, value in rows if value]


def said_by(card: ReferralCard) -> list[str]:
    """Who referred."""
    parts = (card.referrer_name, card.referrer_role, card.referrer_organisation)
    return [part for part in parts if part]


def record_codes_of(card: ReferralCard) -> list[dict[str, str]]:
    """What the practice may put into its own record about this referral."""
    events = events_of(card.state, card.reason, card.case_id is not None)
    found = [record_codes.code_for(event.value) for event in events]
    return [
        {"code": one.code, "label": _(one.label), "note": _(one.note) if one.note else ""} for one in found
    ]


def list_address(shown: ReferralList, **asked: object) -> str:
    """The address of a list of referrals, narrowed."""
    said = {"show": shown.value} | {name: str(value) for name, value in asked.items() if value}
    return f"{reverse('people:referrals')}?{urlencode(said)}"


def report_values(report: ReferralReport, period: Mapping[str, object]) -> dict[str, Any]:
    """Tables of the report; every number leads to the list it counts."""

    def link(number: int, shown: ReferralList = ReferralList.ALL, **asked: object) -> object:
        return {"text": str(number), "href": list_address(shown, **asked, **period)} if number else 0

    states = list(ReferralState)
    sources = sorted({source for source, _state in report.counts})
    by_source: list[list[object]] = [
        [
            words.label("referral_sources", source),
            link(sum(report.counts.get((source, state), 0) for state in states), source=source),
            *(
                link(report.counts.get((source, state), 0), source=source, state=state.value)
                for state in states
            ),
        ]
        for source in sources
    ]
    totals = [sum(n for (_s, state), n in report.counts.items() if state is one) for one in states]
    answers = [
        [str(TOOK[Took.IN_TIME]), link(report.in_time, took=Took.IN_TIME.value)],
        [str(TOOK[Took.LATE]), link(report.late, took=Took.LATE.value)],
        [_("still waiting, past the limit"), link(report.late_waiting, ReferralList.OVERDUE)],
    ]
    return {
        "total": report.total,
        "median": report.median_days,
        "escalated": report.escalated,
        "num_states": [{"label": str(words.REFERRALS[one]), "num": True} for one in states],
        "by_source": by_source,
        "totals": totals,
        "answers": answers,
        "by_door": [
            [str(DOORS[door]), link(report.doors[door], door=door.value)]
            for door in DOORS
            if door in report.doors
        ],
    }
