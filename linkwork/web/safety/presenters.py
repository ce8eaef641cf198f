"""Concerns as pages show them: times said, states as short words, nobody named where others may look on."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework import reads
from linkwork.casework.reads import AccountCard, ConcernCard, ConcernLine, EntryCard, RiskCard
from linkwork.casework.rules.safeguarding import UNACKNOWLEDGED, ConcernState, Part, duty_holds
from linkwork.core.text import one_line
from linkwork.programmes.reads import Standing
from linkwork.web.safety import words
from linkwork.web.shared.days import day_said, local_day, time_said
from linkwork.web.shared.today import Press, TodayItem


@dataclass(frozen=True)
class Line:
    """One concern in a list."""

    who: str
    more: str
    url: str
    chip: str
    chip_kind: str


def said_at(moment: dt.datetime, at: dt.datetime) -> str:
    """ "today, 14:30"."""
    return _("%(day)s, %(time)s") % {
        "day": day_said(local_day(moment), local_day(at)),
        "time": time_said(moment),
    }


def line(card: ConcernLine, at: dt.datetime) -> Line:
    """A concern for its author or a lead."""
    parts = [
        _("raised by %(who)s, %(when)s") % {"who": card.author_name, "when": said_at(card.raised_at, at)},
        _("asked: %(lead)s") % {"lead": card.lead_name} if card.lead_name and card.due_at else "",
    ]
    return Line(
        who=one_line(card.who, 60),
        more=" · ".join(part for part in parts if part),
        url=reverse("safety:concern", args=[card.id]),
        chip=clock(card, at) or str(words.STATES[card.state]),
        chip_kind=_press(card, at),
    )


def clock(card: ConcernLine, at: dt.datetime) -> str:
    """How long there is to take a concern on; empty once somebody has."""
    if card.due_at is None:
        return ""
    hours = int((card.due_at - at).total_seconds() // 3600)
    if card.due_at <= at:
        return _("overdue")
    if hours < 1:
        return _("less than an hour left")
    return ngettext("%(num)s hour left", "%(num)s hours left", hours) % {"num": hours}


def _press(card: ConcernLine, at: dt.datetime) -> str:
    if card.due_at is None:
        return "quiet" if card.state in (ConcernState.DECIDED, ConcernState.CLOSED) else "needs"
    return "harm" if card.danger or card.due_at <= at else "needs"


def whole(card: ConcernCard, at: dt.datetime) -> dict[str, Any]:
    """A concern's page: where it stands, the newest account first, what happened in order."""
    newest, *older = reversed(card.accounts)
    return {
        "line": line(card.line, at),
        "state": words.STATES[card.line.state],
        "stands": _stands(card.line, at),
        "danger": card.line.danger,
        "account": _account(newest, at),
        "older": [_account(one, at) for one in older],
        "duty": words.DUTY[duty_holds(newest.account)],
        "history": [_entry(one, at) for one in card.entries],
        "steps": [step for step in card.steps if step is not ConcernState.CLOSED],
        "may_close": ConcernState.CLOSED in card.steps,
        "is_closed": card.line.state is ConcernState.CLOSED,
        "is_lead": Part.LEAD in card.parts,
    }


def _stands(card: ConcernLine, at: dt.datetime) -> str:
    if card.state not in UNACKNOWLEDGED:
        return _("With %(lead)s: %(state)s.") % {
            "lead": card.lead_name,
            "state": words.STATES[card.state],
        }
    if not card.lead_name or card.due_at is None:
        return _("There is no safeguarding lead to ask. Tell your manager now.")
    until = {"lead": card.lead_name, "when": said_at(card.due_at, at)}
    if card.due_at <= at:
        return _("%(lead)s was asked to take it on until %(when)s. Call them.") % until
    return _("%(lead)s is asked to take it on until %(when)s.") % until


def _account(card: AccountCard, at: dt.datetime) -> dict[str, Any]:
    told = card.account
    answers = [
        (question, words.ANSWERS[value])
        for name, question in words.QUESTIONS.items()
        if (value := getattr(told, name)) is not None
    ]
    return {
        "who": _("%(who)s, %(when)s") % {"who": card.told_by, "when": said_at(card.at, at)},
        "facts": told.facts,
        "opinion": told.opinion,
        "answers": answers,
        "child": told.child,
        "danger": told.danger,
        "wishes": told.wishes,
        "outcomes": told.outcomes,
        "capacity": words.CAPACITY[told.capacity],
        "capacity_words": told.capacity_words,
        "agreed": words.AGREED[told.agreed],
        "without_agreement": told.without_agreement,
    }


def _entry(card: EntryCard, at: dt.datetime) -> dict[str, str]:
    title = str(words.HAPPENED[card.kind])
    if card.told and card.told_at:
        title = _("Told: %(whom)s, %(when)s") % {"whom": card.told, "when": said_at(card.told_at, at)}
    if card.decision:
        title = _("Decided: %(what)s") % {"what": words.DECISIONS[card.decision]}
    asked = not card.by or card.kind in ("raised", "reopened")
    if asked and card.lead_name:
        title = _("%(what)s · asked: %(lead)s") % {"what": title, "lead": card.lead_name}
    when = said_at(card.at, at)
    return {
        "when": _("%(when)s · %(who)s") % {"when": when, "who": card.by} if card.by else when,
        "title": title,
        "more": card.words,
        "icon": words.ICONS[card.kind],
    }


def question(card: RiskCard, at: dt.datetime) -> dict[str, Any]:
    """A question about a note, with the words it comes from."""
    return {
        "id": card.id,
        "case_id": card.case_id,
        "name": card.name,
        "sentence": asked_sentence([found.words for found in card.found]),
        "kinds": [words.KINDS.get(kind, kind) for kind in card.kinds],
        "who": _("%(who)s, %(when)s") % {"who": card.worker_name, "when": said_at(card.asked_at, at)},
        "answered": bool(card.answer),
        "why": card.words,
    }


def asked_sentence(found: list[str]) -> str:
    """The calm question, with the words as they stand in the note."""
    if not found:
        return _("Does this need a safeguarding concern?")
    return _("You wrote “%(words)s”. Does this need a safeguarding concern?") % {"words": quoted(found)}


def quoted(found: list[str]) -> str:
    """The first words of the note that may point to harm, each once, to stand between quotation marks."""
    return str(_("”, “").join(list(dict.fromkeys(found))[:3]))


def today_items(standing: Standing, at: dt.datetime) -> list[TodayItem]:
    """Concerns the viewer is asked about, and their own that nobody has taken on. No name: others may look on.

    One question of the database.
    """
    viewer = standing.viewer
    found = []
    for card in reads.concerns_waiting(viewer):
        if card.lead_id == viewer.id and card.state is not ConcernState.DECIDED:
            found.append(_asks(card, at))
        elif card.due_at is not None:
            found.append(_waits(card, at))
    return found


def _asks(card: ConcernLine, at: dt.datetime) -> TodayItem:
    waiting = card.due_at is not None
    late = card.due_at is not None and card.due_at <= at
    return TodayItem(
        due=card.due_at or card.raised_at,
        when=_("now") if waiting else _("today"),
        title=_("A safeguarding concern waits for you")
        if waiting
        else _("A safeguarding concern waits for your decision"),
        small=_("raised by %(who)s, %(when)s")
        % {"who": card.author_name, "when": said_at(card.raised_at, at)},
        url=reverse("safety:concern", args=[card.id]),
        chip=clock(card, at),
        chip_kind="harm" if card.danger or late else "needs",
        press=Press.LATE if waiting else Press.NOW,
    )


def _waits(card: ConcernLine, at: dt.datetime) -> TodayItem:
    late = card.due_at is not None and card.due_at <= at
    return TodayItem(
        due=card.due_at or card.raised_at,
        when=_("now") if late else "",
        title=_("Nobody has taken your safeguarding concern on yet"),
        small=_("asked: %(lead)s") % {"lead": card.lead_name}
        if card.lead_name
        else _("There is no lead to ask."),
        url=reverse("safety:concern", args=[card.id]),
        chip=clock(card, at),
        chip_kind="needs" if late else "plain",
        waits=not late,
        press=Press.NOW,
    )
