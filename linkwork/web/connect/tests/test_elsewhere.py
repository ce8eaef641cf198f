"""Connections on the pages of others: today, a person, a consent taken back."""

import datetime as dt

from django.core import mail
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import reads as casework_reads
from linkwork.connections import actions, reads
from linkwork.connections.rules import Attendance, Owner, State, Why
from linkwork.core.viewer import Kind as ViewerKind
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import Standing
from linkwork.web.connect import presenters, today
from linkwork.web.connect.tests.conftest import (
    partner,
    sent,
)


def test_today_says_what_needs_the_worker(cast, known, django_assert_max_num_queries):
    at = timezone.now()
    sent(cast, known, days=9)
    declined, asked, accepted, fresh = (sent(cast, known, days=d) for d in (1, 1, 30, 1))
    actions.move(
        connection_id=declined.connection_id, to=State.DECLINED, why=Why.FULL, by=partner(declined), at=at
    )
    actions.ask_question(connection_id=asked.connection_id, words="When?", by=partner(asked), at=at)
    actions.move(
        connection_id=accepted.connection_id, to=State.STARTED, told_by=Owner.PARTNER, by=cast.worker, at=at
    )
    actions.signpost(**known, by=cast.worker, at=at - dt.timedelta(days=20))
    standing = programmes.standing(cast.worker.login_id)
    with django_assert_max_num_queries(2):
        items = today.today_items(standing, at)
    (waits,) = [item for item in items if item.waits]
    items.remove(waits)
    assert {item.title for item in items} == {
        "Green Corner hasn’t answered",
        "Green Corner said no.",
        "Green Corner has a question",
        "Ask Maryam A. how it went",
        "Ask whether Maryam A. went",
    }
    assert waits.url.endswith(f"{fresh.connection_id}/")
    own = [item.own for item in items if item.own]
    assert [one.name for one in own] == ["Maryam A."] * 5
    assert {"Ask how it went", "Ask whether they went"} < {one.title for one in own}
    for viewer in (cast.evaluator, Viewer(ViewerKind.PARTNER, programme_id=cast.programme_id)):
        assert today.today_items(Standing(viewer), at) == []


def test_the_panel_of_the_person_page(client, cast, known, django_assert_max_num_queries):
    at = timezone.now()
    standing = programmes.standing(cast.worker.login_id)
    assert presenters.panel(standing, known["case_id"], at) == presenters.Panel(
        [], [], reverse("connect:appointments", args=[known["case_id"]])
    )
    done = sent(cast, known, days=9)
    actions.follow_up(connection_id=done.connection_id, went=Attendance.NOT_KNOWN, by=cast.worker, at=at)
    actions.signpost(**known, by=cast.worker, at=at)
    with django_assert_max_num_queries(2):
        shown = presenters.panel(standing, known["case_id"], at)
    assert [line.more for line in shown.over] == ["We don’t know what came of it."]
    assert [(line.title, line.chip) for line in shown.open] == [("Garden group", "signpost")]
    assert presenters.panel(standing, known["case_id"], at).over[0].need


def test_a_consent_taken_back_stops_the_connection_and_tells_the_partner(cast, client, known):
    made = sent(cast, known)
    person = casework_reads.case(cast.worker, known["case_id"]).person_id
    [consent] = casework_reads.consents_of(cast.worker, person, timezone.now())
    end = reverse("people:consent_end", args=[known["case_id"], consent.id])
    said = client.post(end, follow=True).content.decode()
    assert "One connection is called off" in said
    assert reads.connection(cast.worker, made.connection_id).state is State.CANCELLED
    assert any(letter.to == ["hello@garden.example"] for letter in mail.outbox)
