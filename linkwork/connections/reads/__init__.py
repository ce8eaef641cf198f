"""Asking about connections."""

from linkwork.connections.reads.cards import (
    ConnectionCard,
    QuestionCard,
    SignpostCard,
    StepCard,
    Unresolved,
)
from linkwork.connections.reads.connections import (
    awaiting,
    connection,
    connections_of,
    history,
    letter_facts,
    next_steps,
    questions_of,
    signpost,
    signposts_of,
    signposts_to_ask,
    state_on,
    unresolved,
)
from linkwork.connections.reads.due import cases_to_stop, to_chase
from linkwork.connections.reads.reply import ReplyPage, reply_page

__all__ = [
    "ConnectionCard",
    "QuestionCard",
    "ReplyPage",
    "SignpostCard",
    "StepCard",
    "Unresolved",
    "awaiting",
    "cases_to_stop",
    "connection",
    "connections_of",
    "history",
    "letter_facts",
    "next_steps",
    "questions_of",
    "reply_page",
    "signpost",
    "signposts_of",
    "signposts_to_ask",
    "state_on",
    "to_chase",
    "unresolved",
]
