"""What the questions answer with: plain values, no rows."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linkwork.connections.models import Connection, Question, Signpost, Step
from linkwork.connections.rules import (
    ENDS,
    Attendance,
    Handover,
    Kind,
    Manner,
    Outcome,
    Owner,
    Shared,
    SignpostState,
    State,
    Why,
)
from linkwork.core.text import short_name


@dataclass(frozen=True)
class ConnectionCard:
    """A referral or a warm handover; times are aware.

    `asked_at` is the last time the partner was asked, `chased` how often after the first; `news_at` is set while the
    worker has not noted an answer; `asks` says that a question of the partner waits, `proposes` that times of theirs
    wait to be chosen from; `next_at` is the last appointment that stands, also one that is past; `person_name` is the
    given name alone, `person_short` what lists call them (see `core.text.short_name`).
    """

    id: UUID
    case_id: UUID
    need_id: UUID
    need_term: str
    need_words: str
    kind: Kind
    state: State
    person_name: str
    person_short: str
    service_id: UUID
    service_name: str
    organisation_name: str
    worker_id: UUID | None
    created_at: dt.datetime
    sent_at: dt.datetime | None
    asked_at: dt.datetime | None
    chased: int
    answered_at: dt.datetime | None
    starts_on: dt.date | None
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    went: Attendance | None
    outcome: Outcome | None
    outcome_words: str
    ask_again_on: dt.date | None
    news_at: dt.datetime | None
    wants: str
    shared: tuple[Shared, ...]
    agreed_how: str
    recipient: str
    send_to: str
    handover: Handover | None
    introduced: bool | None
    introduced_on: dt.date | None
    introduced_words: str
    language: str
    asks: bool
    proposes: bool = False
    next_at: dt.datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it has no end yet."""
        return self.state not in ENDS


@dataclass(frozen=True)
class StepCard:
    """One step of the history. `implied`: nobody said it, it was passed through."""

    state: State
    owner: Owner
    noted_by: Owner
    at: dt.datetime
    implied: bool
    why: Why | None
    reason: str
    starts_on: dt.date | None


@dataclass(frozen=True)
class SignpostCard:
    """Somebody was told of a service."""

    id: UUID
    case_id: UUID
    need_id: UUID
    need_term: str
    need_words: str
    state: SignpostState
    person_name: str
    person_short: str
    service_id: UUID
    service_name: str
    organisation_name: str
    worker_id: UUID | None
    note: str
    given_at: dt.datetime
    followed_up_at: dt.datetime | None
    went: Attendance | None
    outcome: Outcome | None
    outcome_words: str


@dataclass(frozen=True)
class QuestionCard:
    """What a partner asked, and the answer, empty while there is none."""

    id: UUID
    words: str
    asked_at: dt.datetime
    answer: str
    answered_at: dt.datetime | None


@dataclass(frozen=True)
class Unresolved:
    """One thing that keeps a case from closing until somebody says what came of it, or that nobody knows."""

    id: UUID
    kind: Kind
    service_name: str
    since: dt.datetime


@dataclass(frozen=True)
class Names:
    """What the rooms below call the row's person (by given name, and as in lists), need, service and organisation."""

    person: str
    short: str
    need: str
    need_said: str
    service: str
    organisation: str


def names_of(row: Any) -> Names:
    """The names that came with the row, so that a list is one question of the database."""
    short = short_name(row.person_label, row.person_family)
    return Names(
        row.person_label, short, row.need_label, row.need_said, row.service_label, row.organisation_label
    )


def connection_card(
    row: Connection,
    names: Names,
    *,
    asks: bool,
    proposes: bool = False,
    next_at: dt.datetime | None = None,
) -> ConnectionCard:
    """A row as plain values."""
    return ConnectionCard(
        id=row.id,
        case_id=row.case_id,
        need_id=row.need_id,
        need_term=names.need,
        need_words=names.need_said,
        kind=Kind(row.kind),
        state=State(row.state),
        service_id=row.service_id,
        person_name=names.person,
        person_short=names.short,
        service_name=names.service,
        organisation_name=names.organisation,
        worker_id=row.worker_id,
        created_at=row.created_at,
        sent_at=row.sent_at,
        asked_at=row.asked_at,
        chased=row.chased,
        answered_at=row.answered_at,
        starts_on=row.starts_on,
        started_at=row.started_at,
        ended_at=row.ended_at,
        went=Attendance(row.went) if row.went else None,
        outcome=Outcome(row.outcome) if row.outcome else None,
        outcome_words=row.outcome_words,
        ask_again_on=row.ask_again_on,
        news_at=row.news_at,
        wants=row.wants,
        shared=tuple(Shared(name) for name in row.shared),
        agreed_how=row.agreed_how,
        recipient=row.recipient,
        send_to=row.send_to,
        handover=_handover(row),
        introduced=row.introduced,
        introduced_on=row.introduced_on,
        introduced_words=row.introduced_words,
        language=row.language,
        asks=asks,
        proposes=proposes,
        next_at=next_at,
    )


def _handover(row: Connection) -> Handover | None:
    if not row.manner:
        return None
    return Handover(row.introduced_by, bool(row.accompanied), row.meet_at, Manner(row.manner))


def step_card(row: Step) -> StepCard:
    """A row as plain values."""
    return StepCard(
        state=State(row.state),
        owner=Owner(row.owner),
        noted_by=Owner(row.noted_by),
        at=row.at,
        implied=row.implied,
        why=Why(row.why) if row.why else None,
        reason=row.reason,
        starts_on=row.starts_on,
    )


def signpost_card(row: Signpost, names: Names) -> SignpostCard:
    """A row as plain values."""
    return SignpostCard(
        id=row.id,
        case_id=row.case_id,
        need_id=row.need_id,
        need_term=names.need,
        need_words=names.need_said,
        state=SignpostState(row.state),
        service_id=row.service_id,
        person_name=names.person,
        person_short=names.short,
        service_name=names.service,
        organisation_name=names.organisation,
        worker_id=row.worker_id,
        note=row.note,
        given_at=row.given_at,
        followed_up_at=row.followed_up_at,
        went=Attendance(row.went) if row.went else None,
        outcome=Outcome(row.outcome) if row.outcome else None,
        outcome_words=row.outcome_words,
    )


def question_card(row: Question) -> QuestionCard:
    """A row as plain values."""
    return QuestionCard(row.id, row.words, row.asked_at, row.answer, row.answered_at)
