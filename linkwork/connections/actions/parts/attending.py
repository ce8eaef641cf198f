"""What it means for a connection that the person came to an appointment, or did not."""

import datetime as dt

from django.utils import timezone

from linkwork.connections.actions.parts.steps import Said, take
from linkwork.connections.models import Appointment, Connection
from linkwork.connections.rules import AppointmentKind, Attended, Kind, Owner, State, path


def what_it_means(
    connection: Connection, row: Appointment, attended: Attended, hand: Owner, at: dt.datetime
) -> None:
    """Who came to the service has started; an introduction has happened or not. The worker hears what others say."""
    if attended is Attended.NOT_KNOWN:
        return
    came = attended is Attended.YES
    if row.kind == AppointmentKind.INTRODUCTION and connection.kind == Kind.WARM_HANDOVER:
        connection.introduced, connection.introduced_on = came, timezone.localdate(row.starts_at)
        connection.introduced_words = row.words
    owner = Owner.PERSON if hand is Owner.WORKER else hand
    if (
        came
        and row.kind == AppointmentKind.AT_SERVICE
        and path(State(connection.state), State.STARTED, owner)
    ):
        take(connection, State.STARTED, Said(owner, hand), at)
        return
    if hand is not Owner.WORKER:
        connection.news_at = at
    connection.save()
