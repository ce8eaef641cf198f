"""The list with its filters, on paper and as a file; the day's visits; when to be in touch."""

import datetime as dt
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import NewNeed, PersonDetails
from linkwork.casework.rules.plan import ActionOwner, NewAction
from linkwork.testing.cast import MELBOURNE
from linkwork.web.people.visits import Stop, walk

LIST, VISITS = reverse("people:list"), reverse("people:visits")
DAY = dt.timedelta(days=1)


def person(cast, name, days=0, **more):
    details = PersonDetails(given_name=name, family_name="Ek", **more)
    return actions.start_case(
        details=details,
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=timezone.localtime() - DAY * days,  # as the clock on the wall says, also across its change
    )


def met(cast, case_id, days, **more):
    at = timezone.localtime() - DAY * days
    return actions.log_contact(case_id=case_id, occurred_at=at, mode="met", by=cast.worker, at=at, **more)


def test_filters_stand_in_the_address_and_in_every_link(signed_in, cast):
    late = person(cast, "Sol", 60, language="ar")
    met(cast, late, 50, needs=[NewNeed("food")])
    person(cast, "Ida")
    client = signed_in("worker")
    for asked in ({"due": "on"}, {"quiet": "4"}, {"need": "food"}, {"language": "ar"}, {"worker": "nobody"}):
        text = client.get(LIST, asked | {"show": "open"}).content.decode()
        shown = "worker" not in asked
        assert ("Sol Ek" in text) == shown, asked
        assert "Ida Ek" not in text
        [(name, value)] = asked.items()
        assert f"{name}={value}&amp;show=closed" in text
    assert "Nobody fits these filters." in client.get(LIST, {"need": "money"}).content.decode()
    assert client.get(LIST, {"need": "nonsense", "sort": "sideways", "quiet": "x"}).status_code == 200


def test_orders_and_due_marks(signed_in, cast):
    late = person(cast, "Sol", 60)
    met(cast, late, 50)
    person(cast, "Ida")
    text = signed_in("worker").get(LIST, {"sort": "due"}).content.decode()
    assert text.index("Sol Ek") < text.index("Ida Ek")
    assert "due 43 days ago" in text
    text = signed_in("worker").get(LIST, {"sort": "name"}).content.decode()
    assert text.index("Ida Ek") < text.index("Sol Ek")


def test_a_sheet_to_print(signed_in, cast):
    person(cast, "Sol", phone="0555 1", area="Elm Street")
    text = signed_in("worker").get(reverse("people:list_print")).content.decode()
    assert "0555 1" in text
    assert "Elm Street" in text
    empty = signed_in("worker").get(reverse("people:list_print"), {"need": "food"}).content.decode()
    assert "Nobody fits these filters." in empty


def test_a_file_asks_what_for_and_leaves_a_trace(signed_in, cast):
    person(cast, "=Sol", phone="+1")
    manager, url = signed_in("manager"), reverse("people:list_export") + "?show=open"
    assert "One row" in manager.get(url).content.decode()
    assert manager.post(url, {"reason": " "}).status_code == 422
    answer = manager.post(url, {"reason": "The team’s meeting"})
    text = answer.content.decode("utf-8-sig")
    assert answer["Content-Type"].startswith("text/csv")
    assert "'=Sol Ek" in text  # never taken for a formula
    assert text.count("\n") == 2
    assert signed_in("worker").get(url).status_code == 403


def test_the_days_visits_stand_by_place(signed_in, cast):
    near = person(cast, "Sol", 30, place=MELBOURNE, area="Elm Street")
    person(cast, "Ida", 30)
    actions.set_follow_up(
        case_id=near, due_on=timezone.localdate(), about="Bring the form", by=cast.worker, at=timezone.now()
    )
    text = signed_in("worker").get(VISITS).content.decode()
    assert "2 people to see or call" in text
    assert "Near Elm Street practice" in text
    assert "Bring the form · first contact, due" in text
    assert text.index("Sol E.") < text.index("Place not known") < text.index("Ida E.")
    assert "Nobody is due today" in signed_in("other_worker").get(VISITS).content.decode()


def test_what_a_plan_asks_of_the_worker_today_is_a_visit_too(signed_in, cast):
    case_id, now = person(cast, "Sol"), timezone.now()
    plan_id = actions.open_plan(case_id=case_id, by=cast.worker, at=now)
    for words, owner in (("Bring the keys", ActionOwner.WORKER), ("Ask a friend", ActionOwner.PERSON)):
        new = NewAction(words, owner=owner, due_on=timezone.localdate())
        actions.add_action(plan_id=plan_id, new=new, by=cast.worker, at=now)
    text = signed_in("worker").get(VISITS).content.decode()
    assert "Bring the keys" in text
    assert "Ask a friend" not in text


def test_a_walk_goes_to_whoever_is_nearest_next():
    def stop(name, place):
        return Stop(some, name, "", "", place, "")

    some = UUID(int=1)
    stops = [
        stop("far", (0.0, 3.0)),
        stop("near", (0.0, 1.0)),
        stop("between", (0.0, 2.0)),
        stop("beside", (0.0, 1.0)),
    ]
    assert [one.name for one in walk((0.0, 0.0), stops)] == ["beside", "near", "between", "far"]


def test_what_was_agreed_moves_the_next_contact(signed_in, cast):
    case_id = person(cast, "Sol")
    client, url = signed_in("worker"), reverse("people:schedule", args=[case_id])
    assert "The first contact is due within 5 working days." in client.get(url).content.decode()
    assert client.post(url, {"pause_until": "2000-01-01"}).status_code == 422
    soon = timezone.localdate() + DAY * 20
    client.post(url, {"every_weeks": "2", "weekday": "", "pause_until": soon.isoformat()})
    assert reads.case(cast.worker, case_id).due_on == soon
    assert "Next contact due" in client.get(reverse("people:person", args=[case_id])).content.decode()
    assert signed_in("outsider").get(url).status_code == 404
