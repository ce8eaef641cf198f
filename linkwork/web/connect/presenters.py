"""Connections as pages show them: plain values, sentences ready."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.connections import reads
from linkwork.connections.reads import AppointmentCard, ConnectionCard, SignpostCard
from linkwork.connections.rules import Kind, Owner, State, follow_up_day, is_silent
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard, Standing
from linkwork.web.connect import words
from linkwork.web.connect.values import need_name
from linkwork.web.shared.days import local_day, moment_said

LATELY = dt.timedelta(days=90)
NEEDS_SOMEBODY = {State.DECLINED, State.NOT_REACHED}


@dataclass(frozen=True)
class Line:
    """One connection in a list. `need` is the label of what it is for."""

    title: str
    more: str
    need: str
    chip: str
    chip_kind: str
    url: str


@dataclass(frozen=True)
class Panel:
    """The connections of a case for the person's page, those that are open first; `appointments` is their page."""

    open: list[Line]
    over: list[Line]
    appointments: str


def panel(standing: Standing, case_id: UUID, at: dt.datetime) -> Panel:
    """The connections panel of the person's page (`connect/panel.html`). Two questions of the database.

    Raises NotAllowed for who sees no people.
    """
    viewer, card = standing.viewer, programme_of(standing)
    sent, posts = reads.connections_of(viewer, case_id), reads.signposts_of(viewer, case_id)
    today = timezone.localdate(at)
    lines = [(one.created_at, one.is_open, line_of(one, card, today)) for one in sent]
    lines += [(post.given_at, post.went is None, post_line(post, today)) for post in posts]
    lines.sort(key=lambda line: line[0], reverse=True)
    return Panel(
        open=[line for _when, is_open, line in lines if is_open],
        over=[line for _when, is_open, line in lines if not is_open],
        appointments=reverse("connect:appointments", args=[case_id]),
    )


def appointment_line(card: AppointmentCard) -> Line:
    """One appointment in a list."""
    return Line(
        moment_said(card.starts_at),
        card.where or card.service_name,
        card.service_name or str(words.APPOINTMENTS[card.kind]),
        _("called off")
        if not card.is_planned
        else str(words.ATTENDED[card.attended])
        if card.attended
        else "",
        "",
        reverse("connect:appointment", args=[card.id]),
    )


def line_of(card: ConnectionCard, programme: ProgrammeCard, today: dt.date) -> Line:
    """One referral or warm handover in a list."""
    chip, kind = chip_of(card, programme, today)
    stands = words.where_it_stands(card, today)
    if card.is_open and card.next_at and local_day(card.next_at) >= today:
        stands = _("Appointment on %(when)s.") % {"when": moment_said(card.next_at)}
    return Line(
        card.service_name,
        stands,
        need_name(card.need_term),
        chip,
        kind,
        reverse("connect:detail", args=[card.id]),
    )


def post_line(card: SignpostCard, today: dt.date) -> Line:
    """One signpost in a list."""
    return Line(
        card.service_name,
        words.signpost_sentence(card, today),
        need_name(card.need_term),
        _("signpost") if card.went is None else "",
        "",
        reverse("connect:signpost", args=[card.id]),
    )


def chip_of(card: ConnectionCard, programme: ProgrammeCard, today: dt.date) -> tuple[str, str]:
    """(text, kind) of the chip: amber only for what needs the worker."""
    asked_on = local_day(card.asked_at) if card.asked_at else None
    if card.asks:
        return _("has a question"), "needs"
    if card.proposes:
        return _("proposes times"), "needs"
    if card.state is State.DRAFT:
        return _("draft"), "needs"
    if is_silent(card.state, asked_on, today, programme.chase_after_days):
        return words.waiting_words(asked_on, today), "needs"
    if follow_up_is_due(card, programme, today):
        return _("ask how it went"), "needs"
    if card.state in {State.SENT, State.RECEIVED}:
        return words.waiting_words(asked_on, today), ""
    if card.state is State.WAITING and card.starts_on and card.starts_on >= today:
        return _("starts %(day)s") % {"day": words.day_words(card.starts_on)}, "info"
    if card.state in NEEDS_SOMEBODY and card.news_at:
        return _("needs another way"), "needs"
    return (str(words.STATES[card.state]), "info") if card.is_open else ("", "")


def follow_up_is_due(card: ConnectionCard, programme: ProgrammeCard, today: dt.date) -> bool:
    """Whether it is time to ask the person how it went."""
    sent_on = local_day(card.sent_at) if card.sent_at else None
    day = follow_up_day(card.state, sent_on, card.starts_on, programme.follow_up_after_days)
    if card.is_open and card.ask_again_on:
        day = card.ask_again_on
    return day is not None and day <= today


def programme_of(standing: Standing) -> ProgrammeCard:
    """The programme as it was read at the door, or asked for."""
    return standing.programme or programmes.programme(standing.viewer)


def history_events(steps: list[reads.StepCard], *, whole: bool = False) -> list[dict[str, str]]:
    """The history of a connection for the `story` component. What nobody said is left out.

    `whole` says of each step whose it was.
    """
    return [
        {
            "when": words.day_words(timezone.localdate(step.at)),
            "title": str(words.STATES[step.state]),
            "more": _step_more(step, whole),
            "icon": ICONS.get(step.state, "circle"),
        }
        for step in steps
        if not step.implied and not _sent_as_prepared(step, steps)
    ]


def _sent_as_prepared(step: reads.StepCard, steps: list[reads.StepCard]) -> bool:
    """A draft that was sent the moment it was written is no step worth telling."""
    return step.state is State.DRAFT and any(one.at == step.at for one in steps if one is not step)


ICONS = {
    State.SENT: "send",
    State.RECEIVED: "inbox",
    State.ACCEPTED: "check",
    State.WAITING: "calendar",
    State.STARTED: "play",
    State.FINISHED: "flag",
    State.DECLINED: "x",
}


def _step_more(step: reads.StepCard, whole: bool) -> str:
    said = []
    if step.owner is not step.noted_by and step.noted_by is Owner.WORKER:
        said.append(str(words.NOTED[step.owner]))
    elif whole or step.noted_by is Owner.PERSON:
        said.append(str(words.MOVED_BY[step.noted_by]))
    if step.starts_on:
        said.append(_("starts %(day)s") % {"day": words.day_words(step.starts_on)})
    if step.why:
        said.append(str(words.WHYS[step.why]))
    if step.reason and step.reason != step.why:
        said.append(step.reason)
    return " · ".join(said)


def no_place_said(viewer: Viewer, service_id: UUID, at: dt.datetime) -> str:
    """That this service had no place of late, in one sentence; empty where it never said so."""
    found = reads.no_place_lately(viewer, service_id, at - LATELY)
    if found is None:
        return ""
    return ngettext(
        "They had no place when asked on %(day)s.",
        "They had no place %(n)s times in three months, the last time on %(day)s.",
        found.count,
    ) % {"n": found.count, "day": words.day_words(found.last_on)}


@dataclass(frozen=True)
class Choice:
    """One of the three ways to connect, and what it shares."""

    kind: Kind
    title: str
    shares: str
    icon: str


def choices(person: str) -> list[Choice]:
    """The three ways, from the one that shares nothing."""
    says = {"person": person}
    return [
        Choice(
            Kind.SIGNPOST,
            _("Tell %(person)s about it") % says,
            _("A signpost. Nothing about %(person)s leaves; they go by themselves.") % says,
            "signpost",
        ),
        Choice(
            Kind.REFERRAL,
            _("Ask the service to get in touch"),
            _(
                "A referral. It shares what %(person)s agrees to: a name, a way to reach them, what they hope for."
            )
            % says,
            "send",
        ),
        Choice(
            Kind.WARM_HANDOVER,
            _("Introduce them, or go along"),
            _(
                "A warm handover. It shares what %(person)s agrees to, and nothing if they speak for themselves."
            )
            % says,
            "handshake",
        ),
    ]
