"""Does the database itself refuse what must not be? And what does an extract get?"""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.connections import actions
from linkwork.connections.facts import CONNECTIONS
from linkwork.connections.models import Connection, Link, Question, Signpost, Step
from linkwork.connections.rules import Attendance, Outcome, State
from linkwork.connections.tests.conftest import PHONE, WANTS
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)


def refused(rows, **change):
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**change)


def test_a_connection_cannot_be_bent(scene):
    rows = Connection.objects.filter(id=scene.connect().connection_id)
    refused(rows, kind="signpost")
    refused(rows, state=State.FINISHED)
    refused(rows, outcome=Outcome.HELPED)
    refused(rows, state=State.LAPSED, outcome=Outcome.HELPED)
    refused(rows, sent_at=None)
    refused(rows, answered_at=NOON - DAY)
    refused(rows, introduced_by="Somebody")


def test_a_step_needs_its_reason_and_its_own_number(scene):
    rows = Step.objects.filter(connection_id=scene.connect().connection_id)
    refused(rows.filter(number=2), state=State.DECLINED)
    refused(rows.filter(number=2), number=1)
    refused(rows.filter(number=2), state=State.WAITING)
    rows.filter(number=2).update(state=State.WAITING, starts_on=NOON.date())


def test_a_link_and_a_question_are_whole(scene):
    sent = scene.connect()
    refused(Link.objects.all(), expires_at=NOON - DAY)
    actions.ask_question(connection_id=sent.connection_id, words="When?", by=scene.partner(sent), at=NOON)
    refused(Question.objects.all(), answer="Now")
    scene.connect()
    one, other = Link.objects.all()
    refused(Link.objects.filter(id=one.id), key_hash=other.key_hash)


def test_a_signpost_is_given_or_followed_up(scene):
    actions.signpost(
        case_id=scene.case_id, need_id=scene.need_id, service_id=scene.service_id, by=scene.by, at=NOON
    )
    rows = Signpost.objects.all()
    refused(rows, followed_up_at=NOON)
    refused(rows, state="followed_up", followed_up_at=NOON)
    refused(rows, state="followed_up", followed_up_at=NOON - DAY, went=Attendance.WENT)
    refused(rows, state="followed_up", followed_up_at=NOON, went=Attendance.NOT_KNOWN, outcome=Outcome.HELPED)


def test_an_extract_gets_states_and_days_and_no_words(scene):
    sent = scene.connect()
    actions.move(connection_id=sent.connection_id, to=State.ACCEPTED, by=scene.partner(sent), at=NOON + DAY)
    post = actions.signpost(
        case_id=scene.case_id, need_id=scene.need_id, service_id=scene.service_id, by=scene.by, at=NOON
    )
    actions.follow_up_signpost(
        signpost_id=post, went=Attendance.WENT, outcome=Outcome.PARTLY, by=scene.by, at=NOON + DAY
    )
    names = [column.name for column in CONNECTIONS.columns]
    first, second = (dict(zip(names, row, strict=True)) for row in CONNECTIONS.rows(scene.cast.programme_id))
    assert (first["kind"], first["state"], first["outcome"]) == ("referral", "accepted", None)
    assert first["sent_on"] == NOON.date()
    assert (first["answered_on"], first["started_on"]) == ((NOON + DAY).date(), None)
    assert (second["kind"], second["state"]) == ("signpost", "followed_up")
    assert (second["went"], second["outcome"], second["sent_on"]) == ("went", "partly", None)
    assert first["organisation_id"] == second["organisation_id"]
    said = repr([first, second])
    assert not any(word in said for word in ["Maryam", "Al Amin", PHONE, WANTS])
    assert list(CONNECTIONS.rows(scene.case_id)) == []
