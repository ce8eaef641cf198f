"""Letters to partners and questions from them. Letters wait in a table; `exchange.mail` sends them."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.connections.access import check_may_connect, check_may_move
from linkwork.connections.actions.parts.letters import queue
from linkwork.connections.actions.parts.links import make_link
from linkwork.connections.actions.parts.steps import locked
from linkwork.connections.models import Message, Question
from linkwork.connections.rules import MessageKind, MessageState, State
from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Kind, Viewer
from linkwork.trail import actions as trail

MOST_TRIES = 5


@action
def chase(*, connection_id: UUID, by: Viewer, at: dt.datetime) -> str:
    """Ask a silent partner again; the new link's token. Refused where they have answered or were never asked."""
    check_may_connect(by)
    row = locked(by, connection_id)
    if row.state not in {State.SENT, State.RECEIVED}:
        raise Refused(_("There is no answer to wait for here."))
    row.asked_at = at
    row.save()
    token = make_link(row, at)
    queue(row, MessageKind.CHASE, by, at, token)
    trail.record(by=by, at=at, what="connections.chase", about="connection", about_id=row.id)
    return token


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
    question.answer, question.answered_at = answer.strip(), at
    question.save()
    row.news_at = None
    row.save()
    queue(row, MessageKind.ANSWER, by, at, make_link(row, at))
    trail.record(by=by, at=at, what="connections.answer_question", about="connection", about_id=row.id)


@action
def mark_delivered(*, message_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """The letter is out; its link is forgotten here."""
    row = _waiting(message_id, by)
    row.state, row.token, row.done_at, row.tries = MessageState.DELIVERED, "", at, row.tries + 1
    row.save()
    trail.record(by=by, at=at, what="connections.mark_delivered", about="message", about_id=row.id)


@action
def mark_failed(*, message_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """The letter could not be sent this time; after `MOST_TRIES` it is given up, and the worker sees it."""
    row = _waiting(message_id, by)
    row.tries += 1
    if row.tries >= MOST_TRIES:
        row.state, row.token, row.done_at = MessageState.FAILED, "", at
    row.save()
    trail.record(
        by=by,
        at=at,
        what="connections.mark_failed",
        about="message",
        about_id=row.id,
        detail={"tries": row.tries},
    )


def _waiting(message_id: UUID, by: Viewer) -> Message:
    if by.kind is not Kind.SYSTEM:
        raise NotAllowed(_("Only the post marks what was sent."))
    row = (
        Message.objects.select_for_update()
        .filter(programme_id=by.programme, id=message_id, state=MessageState.WAITING)
        .first()
    )
    if row is None:
        raise NotFound(_("There is no such message waiting."))
    return row
