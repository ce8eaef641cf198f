"""Finding one among many partners, and who works with whom."""

import datetime as dt
import re
from uuid import UUID

from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.partnerships import actions
from linkwork.partnerships.rules import Answers, Practice, Sector
from linkwork.testing.browsing import SignedIn, text
from linkwork.testing.cast import Cast

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()


def test_the_network_is_drawn_counted_and_taken_along(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
    client = sign_in("worker")
    assert "Nothing was noted" in text(client, "partners:network")
    clinic = actions.add_partner(name="=Elm clinic", sector=Sector.HEALTH, by=cast.worker, at=NOW)
    for by, partner_id, days in (
        (cast.worker, school, 3),
        (cast.worker, school, 70),
        (cast.other_worker, school, 3),
        (cast.other_worker, clinic, 9),
    ):
        actions.log_interaction(
            partner_id=partner_id,
            practice=Practice.COMMUNICATION,
            occurred_on=TODAY - dt.timedelta(days=days),
            by=by,
            at=NOW,
        )
    html = text(client, "partners:network")
    assert "75 per cent of the work was outside health care" in html
    assert "Known by one worker alone" in html
    assert "=Elm clinic" in html.partition("Known by one worker alone")[2]
    narrow = {"first": (TODAY - dt.timedelta(days=20)).isoformat(), "last": TODAY.isoformat()}
    table = client.get(reverse("partners:network_file"), narrow).content.decode()
    assert "Amal Haddad,Hill primary school,School,1,0,0,0,0,1" in table
    assert "'=Elm clinic" in table
    picture = client.get(reverse("partners:network_picture"), narrow)
    assert picture["Content-Type"] == "image/svg+xml"
    assert picture.content.startswith(b"<svg xmlns=")


def test_the_list_is_narrowed_and_paged(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
    client = sign_in("worker")
    for number in range(40):
        actions.add_partner(name=f"Club {number:02}", sector=Sector.COMMUNITY, by=cast.worker, at=NOW)
    actions.log_interaction(
        partner_id=school,
        practice=Practice.COMMUNICATION,
        occurred_on=TODAY - dt.timedelta(days=80),
        by=cast.worker,
        at=NOW,
    )
    for query in (
        {"q": "hill"},
        {"quiet": "on", "mine": "on"},
        {"sector": "school"},
        {"worker": str(cast.worker.id)},
    ):
        html = text(client, "partners:home", **query)
        assert "Hill primary school" in html
        assert "Club 01" not in html
    assert "No partner is like this" in text(client, "partners:home", champion="with")
    assert "Club 01" in text(client, "partners:home", champion="without", sector="no such")
    html = text(client, "partners:home", sort="name")
    assert "Club 29" in html
    assert "Club 30" not in html
    [more] = re.findall(r'href="([^"]+after=[^"]+)"', html)
    html = client.get(more.replace("&amp;", "&")).content.decode()
    assert "Club 30" in html
    assert "Club 29" not in html
    assert "Hill primary school" in html


def test_every_page_asks_little(
    cast: Cast,
    sign_in: SignedIn,
    school: UUID,
    reed: UUID,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(30):
        actions.log_interaction(
            partner_id=school,
            practice=Practice.COMMUNICATION,
            occurred_on=TODAY - dt.timedelta(days=number),
            by=cast.worker,
            at=NOW,
        )
        actions.rate_partner(
            partner_id=school, answers=Answers(3, 3, 3, 3), rated_on=TODAY, by=cast.worker, at=NOW
        )
    client = sign_in("worker")
    for name in ("partner", "about", "agreements", "relationship"):
        with django_assert_max_num_queries(12):
            text(client, f"partners:{name}", school)
    for name in ("home", "network", "role_card"):
        with django_assert_max_num_queries(12):
            text(client, f"partners:{name}")
