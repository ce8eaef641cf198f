"""The directory's pages, as a link worker uses them."""

import dataclasses
import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from linkwork.casework import actions as casework
from linkwork.casework.reads import case, needs_of
from linkwork.casework.rules.persons import NewNeed, PersonDetails
from linkwork.directory import actions, reads
from linkwork.directory.reads import Query
from linkwork.testing.cast import MELBOURNE, NOON, PASSWORD, Cast
from linkwork.trail import reads as trail
from linkwork.web.find.presenters import as_written


@pytest.fixture
def worker(cast: Cast) -> Client:
    client = Client()
    client.login(email="worker@example.org", password=PASSWORD)
    return client


@pytest.fixture
def cafe(cast: Cast) -> uuid.UUID:
    return actions.add_service(
        name="Language café",
        organisation="Elm Street library",
        description="Talk over coffee.\nBeginners welcome.",
        place=MELBOURNE,
        address="1 Elm Street",
        phone="03 0000 0000",
        website="example.org/cafe",
        hours_text="Tuesday 10am to 12 noon",
        cost="Free",
        by=cast.manager,
        at=NOON,
    )


def text(answer) -> str:
    return str(answer.content, "utf-8")


def test_a_worker_finds_a_service_and_reads_why(worker, cafe, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        answer = worker.get(reverse("find:search"), {"words": "coffee", "day": "1", "time": "10:30"})
    assert answer.status_code == 200
    for said in ("Language café", "Elm Street library", "Free", "open Tuesday 10:00–12:00", "Never checked"):
        assert said in text(answer)


def test_hours_that_are_not_stated_are_said_so(worker, cast):
    actions.add_service(name="Night line", by=cast.manager, at=NOON)
    answer = worker.get(reverse("find:search"), {"day": "1"})
    for said in ("hours not stated", "cost not stated", "place not stated"):
        assert said in text(answer)


def test_it_says_what_to_do_when_nothing_is_found_and_when_nothing_is_there(worker, cast):
    assert "The directory is empty" in text(worker.get(reverse("find:search")))
    assert "Try one word" in text(worker.get(reverse("find:search"), {"words": "unheardof"}))


def test_a_filter_that_makes_no_sense_is_shown_and_left_out(worker, cafe):
    answer = worker.get(reverse("find:search"), {"words": "coffee", "time": "noonish", "case": "x"})
    assert answer.status_code == 200
    assert "Enter a time" in text(answer)
    assert "Language café" in text(answer)


def test_pages_follow_by_key(worker, cast):
    for number in range(23):
        actions.add_service(name=f"Garden {number}", by=cast.manager, at=NOON)
    first = worker.get(reverse("find:search"), {"words": "garden"})
    link = text(first).split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    second = worker.get(link)
    assert text(second).count("item-title") == 3


def test_the_whole_entry_with_hours_in_the_providers_words(worker, cafe):
    answer = worker.get(reverse("find:service", args=[cafe]))
    for said in (
        "Tuesday 10am to 12 noon",
        "10:00–12:00",
        "1 Elm Street",
        "tel:0300000000",
        "example.org/cafe",
    ):
        assert said in text(answer)
    assert "Written by this programme" in text(answer)


def test_one_tap_makes_an_entry_fresh(worker, cafe, cast):
    answer = worker.post(reverse("find:right", args=[cafe]), {"how": "phone"}, follow=True)
    assert "Checked today" in text(answer)
    assert "right, by phone" in text(answer)
    worker.post(reverse("find:right", args=[cafe]), {"how": "guess"})
    assert reads.service(cast.worker, cafe).freshness.how == "phone"


def test_a_note_warns_the_next_reader(worker, cafe):
    empty = worker.post(reverse("find:wrong", args=[cafe]), {"note": ""})
    assert empty.status_code == 422
    assert "Fill this in" in text(empty)
    answer = worker.post(reverse("find:wrong", args=[cafe]), {"note": "The door was locked."}, follow=True)
    assert "The door was locked." in text(answer)
    assert "Something seems wrong" in text(answer)


def test_a_closed_service_is_no_longer_found(worker, cafe, cast):
    worker.post(reverse("find:closed", args=[cafe]))
    assert not reads.search(cast.worker, Query(words="coffee")).matches
    worker.post(reverse("find:closed", args=[cafe]), {"runs": "yes"})
    assert reads.search(cast.worker, Query(words="coffee")).matches


def test_the_shortlist_is_kept_printed_and_emptied(worker, cafe):
    assert "Nothing on the shortlist yet" in text(worker.get(reverse("find:shortlist")))
    back = worker.post(reverse("find:keep", args=[cafe]), {"next": "/find/?words=coffee"})
    assert back.headers["Location"] == "/find/?words=coffee"
    elsewhere = worker.post(reverse("find:keep", args=[cafe]), {"next": "https://example.com/"})
    assert elsewhere.headers["Location"] == reverse("find:search")
    worker.post(reverse("find:keep", args=[cafe]))
    sheet = text(worker.get(reverse("find:shortlist")))
    assert "Language café" in sheet
    assert "Tuesday 10am to 12 noon" in sheet
    worker.post(reverse("find:clear"))
    assert "Nothing on the shortlist yet" in text(worker.get(reverse("find:shortlist")))


def test_a_missing_service_is_added(worker, cast):
    for wrong in ("51", "51, 0, 3", "51.5 north 0", "Elm Street 1, 2"):
        empty = worker.post(reverse("find:add"), {"name": "", "place": wrong})
        assert empty.status_code == 422
        assert "Give two numbers: latitude, then longitude" in text(empty)
    assert "Latitude goes from" in text(worker.post(reverse("find:add"), {"name": "Far", "place": "91, 0"}))
    answer = worker.post(
        reverse("find:add"),
        {"name": "Repair café", "cost": "Free", "place": "(51.5, −0.25)", "languages": ["ar"]},
        follow=True,
    )
    assert "The service is in the directory" in text(answer)
    assert "Arabic" in text(answer)
    [match] = reads.search(cast.worker, Query(words="repair", language="ar")).matches
    assert match.service.place == (51.5, -0.25)
    assert worker.get(reverse("find:add")).status_code == 200


def test_an_entry_is_put_right_where_it_is_wrong(worker, cafe, cast):
    actions.doubt_service(service_id=cafe, note="The hours moved.", by=cast.worker, at=NOON)
    before = reads.service(cast.worker, cafe)
    change = reverse("find:change", args=[cafe])
    assert change in text(worker.get(reverse("find:service", args=[cafe])))
    assert "This puts right what somebody noted: The hours moved." in text(worker.get(change))
    written = {name: value for name, value in as_written(before).items() if value} | {"settles": "on"}
    assert "Say what the service is called" in text(worker.post(change, written | {"name": "…"}))
    answer = worker.post(change, written | {"hours_text": "Friday 2pm-4pm"}, follow=True)
    assert "The entry is put right." in text(answer)
    after = reads.service(cast.worker, cafe)
    assert (after.hours_text, after.freshness.doubt) == ("Friday 2pm-4pm", "")
    assert after.open_times != before.open_times
    as_before = dataclasses.replace(after, hours_text=before.hours_text, open_times=before.open_times)
    assert dataclasses.replace(as_before, freshness=before.freshness) == before


def test_a_service_that_is_not_there_is_a_calm_page(worker):
    assert worker.get(reverse("find:service", args=[uuid.uuid4()])).status_code == 404


def test_who_only_looks_cannot_change(cast, cafe):
    client = Client()
    client.login(email="supervisor@example.org", password=PASSWORD)
    assert client.get(reverse("find:service", args=[cafe])).status_code == 200
    assert client.get(reverse("find:change", args=[cafe])).status_code == 403
    assert client.post(reverse("find:right", args=[cafe]), {"how": "phone"}).status_code == 403


@pytest.fixture
def need(cast: Cast):
    """A need in the person's own words, of somebody who lives a little off."""
    person = PersonDetails(
        given_name="Maryam", family_name="Al-Amin", place=(MELBOURNE[0] + 0.02, MELBOURNE[1])
    )
    case_id = casework.start_case(
        details=person, source="self", worker_id=cast.worker.id, by=cast.worker, at=NOON
    )
    casework.log_contact(
        case_id=case_id,
        occurred_at=NOON,
        mode="phone",
        needs=[NewNeed("company", "I would like to have coffee with somebody")],
        by=cast.worker,
        at=NOON,
    )
    return needs_of(cast.worker, case_id)[0]


def test_from_a_need_it_looks_near_the_person_with_their_words(worker, cafe, need, cast):
    answer = worker.get(reverse("find:search"), {"need": need.id})
    page = text(answer)
    assert "Language café" in page
    assert "2.2 km away" in page
    assert "M.A." in page
    assert "I would like to have coffee with somebody" in page
    assert f"need={need.id}" in page
    looks = trail.looks_at(cast.manager, case(cast.worker, need.case_id).person_id)
    assert looks[0].page == "find:search"


def test_what_a_need_takes_in_helps_to_find(worker, need, cast):
    """Neither the need's name nor the person's words stand in this entry; "friends" is what the need takes in."""
    actions.add_service(name="Thursday friends", place=MELBOURNE, by=cast.manager, at=NOON)
    assert "Thursday friends" in text(worker.get(reverse("find:search"), {"need": need.id}))
    assert "Thursday friends" not in text(
        worker.get(reverse("find:search"), {"words": "Company and belonging"})
    )


def test_nothing_said_by_the_person_stands_in_an_address(worker, cafe, need):
    page = text(worker.get(reverse("find:search"), {"need": need.id}))
    addresses = re.findall(r'(?:href|action)="([^"]*)"', page) + re.findall(
        r'name="next" value="([^"]*)"', page
    )
    assert addresses
    assert not [address for address in addresses if "coffee" in address or "Maryam" in address]


def test_what_nothing_fits_shows_what_nearly_does(worker, cafe, need, django_assert_max_num_queries):
    """The café is 2.2 km away and open on Tuesdays: neither a kilometre nor a Sunday finds it."""
    asked = {"need": need.id, "words": "coffee", "within": "1", "day": "6"}
    with django_assert_max_num_queries(12):
        page = text(worker.get(reverse("find:search"), asked))
    assert "Nothing fits all of that." in page
    assert "Language café" in page
    assert '<option value="6" selected' in page  # what was asked stays to be changed
    assert "Nothing fits all of that." not in text(
        worker.get(reverse("find:search"), asked | {"within": "5", "day": ""})
    )


def test_a_need_that_nothing_is_named_like_shows_what_is_near(worker, cast, django_assert_max_num_queries):
    """Neither the need's name nor what it takes in stands anywhere in the directory."""
    actions.add_service(name="Choir", place=MELBOURNE, by=cast.manager, at=NOON)
    person = PersonDetails(given_name="Maryam", place=MELBOURNE)
    case_id = casework.start_case(
        details=person, source="self", worker_id=cast.worker.id, by=cast.worker, at=NOON
    )
    need_id = casework.add_need(case_id=case_id, term="food", words="", by=cast.worker, at=NOON)
    with django_assert_max_num_queries(12):
        page = text(worker.get(reverse("find:search"), {"need": need_id}))
    assert "Nothing in the directory is named like this need." in page
    assert "Choir" in page


def test_looking_on_from_nothing_keeps_the_person(worker, cafe, need):
    page = text(worker.get(reverse("find:search"), {"need": need.id, "words": "unheardof"}))
    link = page.split("Show everything near")[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    everything = text(worker.get(link))
    assert "Language café" in everything
    assert "M.A." in everything


def test_what_is_as_usual_stays_folded(worker, cafe, need):
    folded = '<details class="more find-more">'
    assert folded in text(
        worker.get(reverse("find:search"), {"need": need.id, "words": "coffee", "within": "10"})
    )
    assert folded not in text(worker.get(reverse("find:search"), {"words": "coffee", "within": "10"}))


def test_a_case_alone_is_enough_to_look_near(worker, cafe, need):
    page = text(worker.get(reverse("find:service", args=[cafe]), {"case": need.case_id}))
    assert f"case={need.case_id}" in page


def test_a_supervisor_cannot_look_for_a_person(cast, need):
    client = Client()
    client.login(email="supervisor@example.org", password=PASSWORD)
    assert client.get(reverse("find:search"), {"need": need.id}).status_code == 403


def test_the_shortlist_never_names_the_person(worker, cafe, need):
    worker.get(reverse("find:search"), {"need": need.id})
    worker.post(reverse("find:keep", args=[cafe]))
    sheet = text(worker.get(reverse("find:shortlist")))
    assert "Maryam" not in sheet
    assert "M.A" not in sheet
