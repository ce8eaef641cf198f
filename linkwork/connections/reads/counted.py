"""How far did people get, from referred to a known outcome; and what was done in a span?

Each step is a condition on a person (see `casework.reads.counted`): the number and the list it opens are one question
asked in two ways. Referred is never counted as attended.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from linkwork.casework import reads as casework
from linkwork.casework.access import seen_by
from linkwork.casework.reads import CountedPage, Span
from linkwork.connections.access import check_may_connect
from linkwork.connections.models import Connection, Signpost
from linkwork.connections.rules import ENDS, Attendance, Kind, Outcome, State
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Role, Viewer

STEPS = ("referred", "reached", "accepted", "connected", "attended", "outcome")
BESIDE = ("unanswered", "not_taken_on", "tried", "attended_not_known", "outcome_not_known")
KNOWN = (Outcome.HELPED, Outcome.PARTLY, Outcome.NOT)
SOURCE, STATE = "source:", "state:"


@dataclass(frozen=True)
class Funnel:
    """Different people referred in a span by how far they got, and, beside them, what is missing (`BESIDE`)."""

    span: Span
    steps: dict[str, int]
    beside: dict[str, int]


@dataclass(frozen=True)
class Made:
    """Connections made in a span by kind and state ("signpost", "given"): how many, and how many different people."""

    kind: str
    state: str
    number: int
    people: int


def own_span(viewer: Viewer, span: Span) -> Span:
    """The span as this viewer may ask it: a worker who does not manage asks about their own people."""
    if viewer.has(Role.MANAGER):
        return span
    return Span(span.first, span.last, viewer.worker_id)


def funnel(viewer: Viewer, span: Span) -> Funnel:
    """How far the people referred in the span got, until now. One question. Raises NotAllowed."""
    check_may_connect(viewer)
    held = _conditions(viewer, own_span(viewer, span))
    counts = casework.how_many(viewer, {name: held[name] for name in (*STEPS, *BESIDE)})
    steps, beside = ({name: counts[name] for name in names} for names in (STEPS, BESIDE))
    return Funnel(span, steps, beside)


def activity(viewer: Viewer, span: Span) -> dict[str, int]:
    """Different people met, met for the first time, met again, connected and with a known outcome in the span."""
    check_may_connect(viewer)
    held = _conditions(viewer, own_span(viewer, span))
    names = ("referred", "unanswered", "met", "met_first", "met_again", "made", "known")
    return casework.how_many(viewer, {name: held[name] for name in names})


def counted(viewer: Viewer, what: str, span: Span, after: UUID | None = None) -> CountedPage:
    """The people that a number counts: a step of the funnel, or `source:…`, `state:…`. Raises NotFound."""
    check_may_connect(viewer)
    span = own_span(viewer, span)
    if what.startswith(SOURCE):
        return casework.listed(viewer, casework.from_source(viewer, span, what.removeprefix(SOURCE)), after)
    if what.startswith(STATE):
        return casework.listed(viewer, _in_state(viewer, span, what.removeprefix(STATE)), after)
    held = _conditions(viewer, span).get(what)
    if held is None:
        raise NotFound(_("There is no such number."))
    return casework.listed(viewer, held, after)


def made(viewer: Viewer, span: Span) -> list[Made]:
    """What was sent, introduced or told of in the span, by kind and state. Two questions."""
    check_may_connect(viewer)
    span = own_span(viewer, span)
    number = {"number": Count("id"), "people": Count("case__person_id", distinct=True)}
    sent = _sent_in(viewer, span).values("kind", "state").annotate(**number).order_by("kind", "state")
    given = _given_in(viewer, span).values("state").annotate(**number).order_by("state")
    cards = [Made(row["kind"], row["state"], row["number"], row["people"]) for row in sent]
    return [*cards, *(Made(Kind.SIGNPOST, row["state"], row["number"], row["people"]) for row in given)]


def _in_state(viewer: Viewer, span: Span, pair: str) -> Q:
    kind, _colon, state = pair.partition(":")
    if kind == "signpost":
        return _people(_given_in(viewer, span).filter(state=state))
    return _people(_sent_in(viewer, span).filter(kind=kind, state=state))


def _conditions(viewer: Viewer, span: Span) -> dict[str, Q]:
    cases = casework.cohort_cases(viewer, span).values("id")
    sent = _sent(viewer).filter(case_id__in=cases)
    given = _given(viewer).filter(case_id__in=cases)
    connected = _people(sent) | _people(given)
    attended = _attended(sent, given)
    known = _known(sent, given)
    open_ones = ~Q(state__in=sorted(ENDS)) | Q(went=Attendance.NOT_KNOWN) | Q(outcome=Outcome.NOT_KNOWN)
    unsaid = Q(went="") | Q(went=Attendance.NOT_KNOWN)
    not_known = _people(sent.filter(open_ones)) | _people(given.filter(unsaid))
    made_sent, made_given = _sent_in(viewer, span), _given_in(viewer, span)
    return casework.conditions(viewer, span) | {
        "connected": connected,
        "attended": attended,
        "outcome": attended & known,
        "attended_not_known": connected & ~attended & not_known,
        "outcome_not_known": attended & ~known,
        "made": _people(made_sent) | _people(made_given),
        "known": _known(made_sent, made_given),
    }


def _sent(viewer: Viewer) -> QuerySet[Connection]:
    """Referrals and handovers that left the house: a draft connects nobody."""
    seen = seen_by(viewer, "case__person_id")
    rows = Connection.objects.filter(seen, programme_id=viewer.programme, sent_at__isnull=False)
    return rows.exclude(state=State.DRAFT)


def _given(viewer: Viewer) -> QuerySet[Signpost]:
    return Signpost.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)


def _sent_in(viewer: Viewer, span: Span) -> Any:
    return _by(_sent(viewer).filter(span.within("sent_at")), span)


def _given_in(viewer: Viewer, span: Span) -> Any:
    return _by(_given(viewer).filter(span.within("given_at")), span)


def _by(rows: Any, span: Span) -> Any:
    return rows if span.worker_id is None else rows.filter(worker_id=span.worker_id)


def _attended(sent: QuerySet[Connection], given: QuerySet[Signpost]) -> Q:
    """Somebody said they went, or that it began, and nobody said they did not go."""
    began = Q(started_at__isnull=False) & ~Q(went=Attendance.DID_NOT_GO)
    went = Q(went=Attendance.WENT)
    return _people(sent.filter(went | began)) | _people(given.filter(went))


def _known(sent: QuerySet[Connection], given: QuerySet[Signpost]) -> Q:
    return _people(sent.filter(outcome__in=KNOWN)) | _people(given.filter(outcome__in=KNOWN))


def _people(rows: Any) -> Q:
    return Q(id__in=rows.values("case__person_id"))
