"""The tables of connections. What a state was on any past day is in the steps, which are added and never changed."""

from linkwork.connections.models.connections import Connection, Signpost, Step
from linkwork.connections.models.links import Link, Question

__all__ = ["Connection", "Link", "Question", "Signpost", "Step"]
