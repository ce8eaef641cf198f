"""The tables of connections. What a state was on any past day is in the steps, which are added and never changed."""

from linkwork.connections.models.appointments import Appointment, CalendarLink, Proposal
from linkwork.connections.models.connections import Connection, Step
from linkwork.connections.models.feedback import Feedback
from linkwork.connections.models.links import Link, Question
from linkwork.connections.models.signposts import Signpost

__all__ = [
    "Appointment",
    "CalendarLink",
    "Connection",
    "Feedback",
    "Link",
    "Proposal",
    "Question",
    "Signpost",
    "Step",
]
