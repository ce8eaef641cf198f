"""The tables of connections. What a state was on any past day is in the steps, which are added and never changed."""

from linkwork.connections.models.connections import Connection, Signpost, Step
from linkwork.connections.models.letters import Link, Message, Question

__all__ = ["Connection", "Link", "Message", "Question", "Signpost", "Step"]
