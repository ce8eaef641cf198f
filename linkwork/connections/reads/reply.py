"""What a partner sees behind their link: what was asked, what the person agreed to share, what they may say."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.casework import reads as cases
from linkwork.casework.reads import CaseCard
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.referrals import Phoning
from linkwork.connections.access import open_link, viewer_of
from linkwork.connections.models import Link, Question
from linkwork.connections.reads.appointments import (
    AppointmentCard,
    ProposalCard,
    appointment_card,
    proposal_of,
    rows_of,
)
from linkwork.connections.reads.cards import ConnectionCard, QuestionCard, question_card
from linkwork.connections.reads.connections import connection
from linkwork.connections.rules import AppointmentState, Owner, Shared, State, path
from linkwork.core.viewer import Viewer, system
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard, WorkerCard

PURPOSE = Purpose.SHARE
SAYABLE = (
    State.RECEIVED,
    State.ACCEPTED,
    State.DECLINED,
    State.WAITING,
    State.STARTED,
    State.FINISHED,
    State.NOT_REACHED,
    State.CANCELLED,
)


@dataclass(frozen=True)
class ReplyPage:
    """`told` holds what the person agreed to share, and nothing once it has ended or they took consent back.

    `phoning` is what to mind with the phone number that was told: whoever rings has to know. `person_id` is for the
    access row and is never shown. `may_say` are the states the partner may move it to.
    """

    viewer: Viewer
    person_id: UUID
    connection: ConnectionCard
    programme: ProgrammeCard
    worker: WorkerCard | None
    told: dict[Shared, str]
    phoning: Phoning
    withheld: bool
    questions: tuple[QuestionCard, ...]
    appointments: tuple[AppointmentCard, ...]
    proposal: ProposalCard | None
    may_say: tuple[State, ...]
    open_until: dt.datetime


def reply_page(token: str, at: dt.datetime) -> ReplyPage:
    """The partner's page. Raises Refused, always with the same sentence, for a link that does not open."""
    link = open_link(token, at)
    inside = system(link.programme_id)  # the link is the right to see this; the rooms below know no links
    card = connection(inside, link.connection_id)
    case = cases.case(inside, card.case_id)
    allowed = not card.shared or cases.may_share(inside, case.id, PURPOSE, card.recipient, at=at)
    told = _told(card, case) if allowed and card.is_open else {}
    return ReplyPage(
        viewer=viewer_of(link),
        person_id=case.person_id,
        connection=card,
        programme=programmes.programme_with_id(link.programme_id),
        worker=programmes.worker(inside, card.worker_id) if card.worker_id else None,
        told=told,
        phoning=case.care.phoning if Shared.PHONE in told else Phoning.NOT_SAID,
        withheld=not allowed and (card.is_open or card.state is State.CANCELLED),
        questions=_questions(link) if allowed else (),
        appointments=_appointments(link) if allowed and card.is_open else (),
        proposal=proposal_of(link.programme_id, link.connection_id) if allowed and card.is_open else None,
        may_say=tuple(state for state in SAYABLE if allowed and path(card.state, state, Owner.PARTNER)),
        open_until=link.expires_at,
    )


def _told(card: ConnectionCard, case: CaseCard) -> dict[Shared, str]:
    """Only what was agreed, and only where there is something to tell."""
    known = {
        Shared.NAME: case.name,
        Shared.PHONE: case.phone,
        Shared.EMAIL: case.email,
        Shared.LANGUAGE: case.language,
        Shared.WANTS: card.wants,
    }
    return {what: words for what, words in known.items() if what in card.shared and words}


def _appointments(link: Link) -> tuple[AppointmentCard, ...]:
    """What stands with this partner; their calendar may hold it already."""
    rows = rows_of(link.programme_id).filter(
        connection_id=link.connection_id, tell_partner=True, state=AppointmentState.PLANNED
    )
    return tuple(appointment_card(row) for row in rows.order_by("starts_at", "id"))


def _questions(link: Link) -> tuple[QuestionCard, ...]:
    rows = Question.objects.filter(programme_id=link.programme_id, connection_id=link.connection_id)
    return tuple(question_card(row) for row in rows.order_by("asked_at", "id"))
