"""Asking a silent partner again, and questions from partners."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.connections.access import check_may_connect, check_may_move
from linkwork.connections.actions.parts.checks import check_still_agreed, still_agreed
from linkwork.connections.actions.parts.letters import queue
from linkwork.connections.actions.parts.links import make_link
from linkwork.connections.actions.parts.steps import locked
from linkwork.connections.models import Connection, Question
from linkwork.connections.rules import LetterKind, State, chase_is_due
from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Kind, Viewer
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail


@action
def chase(*, connection_id: UUID, by: Viewer, at: dt.datetime) -> str:
    """Ask a silent partner again; the new link's token. Refused where they have answered or were never asked."""
    check_may_connect(by)
    row = locked(by, connection_id)
    if row.state not in {State.SENT, State.RECEIVED}:
        raise Refused(_("There is no answer to wait for here."))
    check_still_agreed(row, by, at)
    return _ask_again(row, by, at)


def _ask_again(row: Connection, by: Viewer, at: dt.datetime) -> str:
    row.asked_at, row.chased = at, row.chased + 1
    row.save()
    token = make_link(row, at)
    queue(row, LetterKind.CHASE, by, at, token)
    detail: dict[str, object] = {"times": row.chased, "letter": bool(row.send_to)}
    trail.record(by=by, at=at, what="connections.chase", about="connection", about_id=row.id, detail=detail)
    return token


@action
def chase_if_silent(*, connection_id: UUID, by: Viewer, at: dt.datetime) -> bool:
    """Ask a silent partner again by e-mail if it is due now; whether they were. For the rounds: safe to repeat.

    Never more often than the programme says, never without an address or without standing consent. It ends nothing:
    after the last time it is a worker's turn to call.
    """
    check_may_connect(by)
    row, card = locked(by, connection_id), programmes.programme(by)
    asked_on = timezone.localdate(row.asked_at) if row.asked_at else None
    due = chase_is_due(
        State(row.state),
        asked_on,
        timezone.localdate(at),
        after_days=card.chase_after_days,
        chased=row.chased,
        times=card.chase_times,
    )
    if not (due and row.send_to and still_agreed(row, by, at)):
        return False
    _ask_again(row, by, at)
    return True


@action
def ask_question(*, connection_id: UUID, words: str, by: Viewer, at: dt.datetime) -> UUID:
    """A partner asks the worker something; the question's id."""
    check_may_move(by, connection_id, at)
    if by.kind is not Kind.PARTNER:
        raise NotAllowed(_("A question comes from the partner."))
    if not words.strip():
        raise Invalid({"words": _("Write your question.")})
    row = locked(by, connection_id)
    row.news_at = at
    row.save()
    question = Question.objects.create(
        id=id_at(at),
        programme_id=row.programme_id,
        connection_id=row.id,
        words=words.strip(),
        asked_at=at,
        created_at=at,
    )
    trail.record(by=by, at=at, what="connections.ask_question", about="connection", about_id=row.id)
    return question.id


@action
def answer_question(*, question_id: UUID, answer: str, by: Viewer, at: dt.datetime) -> None:
    """Answer a partner's question: it shows on their page, and a letter says that it is there."""
    check_may_connect(by)
    if not answer.strip():
        raise Invalid({"answer": _("Write the answer.")})
    question = Question.objects.filter(programme_id=by.programme, id=question_id).first()
    if question is None:
        raise NotFound(_("There is no such question."))
    row = locked(by, question.connection_id)
    check_still_agreed(row, by, at)
    question.answer, question.answered_at = answer.strip(), at
    question.save()
    row.news_at = None
    row.save()
    queue(row, LetterKind.ANSWER, by, at, make_link(row, at))
    trail.record(by=by, at=at, what="connections.answer_question", about="connection", about_id=row.id)
