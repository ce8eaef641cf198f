"""The pages of extracts and figures, as an evaluator and a manager use them, and who is kept out."""

import datetime as dt
import re
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.logs import LogContact
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast

MOST = 12
START = dt.date(2025, 10, 1)


@pytest.fixture
def evaluator(cast: Cast) -> Client:
    return signed_in("evaluator")


def extract_of(cast: Cast, people: int = 12) -> UUID:
    """Each person has a first contact and two more; one is marked wrongly; a rare mode stands on three rows."""
    rows = [
        LogContact(
            line=3 * person + turn + 2,
            person=f"P{person}",
            occurred_on=START + dt.timedelta(days=person * 9 + turn),
            worker=f"W{person % 2}",
            mode="video" if person == 0 else "met",
            minutes=30,
            marked_first=turn == 0 if person else turn == 1,
            topics=("rights",),
        )
        for person in range(people)
        for turn in range(3)
    ]
    return gate.take_log(contacts=rows, by=cast.evaluator, at=NOON, name="Their log")


def text(answer):
    return answer.content.decode()


def test_an_extract_is_taken_from_the_page(
    evaluator: Client, cast: Cast, django_assert_max_num_queries
) -> None:
    assert "No extract yet" in text(evaluator.get(reverse("figures:home")))
    answer = evaluator.post(reverse("figures:take"), {"name": "First quarter", "days": "exact"}, follow=True)
    assert "First quarter" in text(answer)
    assert "Extract taken." in text(answer)
    [card] = extracts.extracts(cast.evaluator)
    assert f"by {card.taken_by}" in text(evaluator.get(reverse("figures:extract", args=[card.id])))
    with django_assert_max_num_queries(MOST):
        assert card.short_hash in text(evaluator.get(reverse("figures:home")))
    assert evaluator.post(reverse("figures:take"), {"name": "x" * 200}).status_code == 400


def test_figures_stand_with_denominator_missing_and_definition(
    evaluator: Client, cast: Cast, django_assert_max_num_queries
) -> None:
    address = reverse("figures:extract", args=[extract_of(cast)])
    evaluator.get(address)
    with django_assert_max_num_queries(MOST):
        said = text(evaluator.get(address))
    for words in (
        "12 of 36 contacts were a first meeting (33.3 %).",
        "of 36 contacts marked as first or repeat · none missing",
        "How this is counted",
        "version 1.1",
        "rests on fewer than 5",
        "Reach: whom the programme meets",
    ):
        assert words in said
    assert "Amal" not in said.replace("Amal Haddad", "")


def test_a_figure_is_found_by_its_words(evaluator: Client, cast: Cast) -> None:
    address = reverse("figures:extract", args=[extract_of(cast)])
    said = text(evaluator.get(address, {"q": "people reached", "since": "2000-01-01"}))
    assert "1 figure has these words." in said
    assert '<details class="fold" id="reach" open>' in said
    assert 'name="since" value="2000-01-01"' in said
    assert 'id="dose"' not in said
    none = text(evaluator.get(address, {"q": "nowhere to be found"}))
    assert "0 figures have these words." in none
    assert "The whole report" in none


def test_a_breakdown_hides_what_is_small(
    evaluator: Client, cast: Cast, django_assert_max_num_queries
) -> None:
    address = reverse("figures:extract", args=[extract_of(cast)])
    for by in ("worker", "month", "mode", "topic", "stage", "site_kind", "language", "support"):
        evaluator.get(address, {"by": by})
        with django_assert_max_num_queries(MOST):
            answer = evaluator.get(address, {"by": by})
        assert answer.status_code == 200
        assert "Contacts by" in text(answer)
    said = text(evaluator.get(address, {"by": "mode"}))
    assert "few, hidden" in said
    assert "Groups of fewer than 5 are hidden" in said
    assert "Figures by" not in text(evaluator.get(address, {"by": "luck"}))


def test_disagreements_are_listed_under_pseudonyms(
    evaluator: Client, cast: Cast, django_assert_max_num_queries
) -> None:
    address = reverse("figures:disagreements", args=[extract_of(cast)])
    with django_assert_max_num_queries(MOST):
        said = text(evaluator.get(address))
    assert "1 October 2025" in said
    assert "2 October 2025" in said
    assert "P0" not in re.findall(r"\w+", said)  # as a word: a random token may hold it
    agreeing = gate.take_log(contacts=[LogContact(2, "P", START)], by=cast.evaluator, at=NOON)
    assert "Every mark agrees" in text(evaluator.get(reverse("figures:disagreements", args=[agreeing])))


def test_a_record_without_contacts_says_so(evaluator: Client, cast: Cast, monkeypatch) -> None:
    from linkwork.extracts import gather

    monkeypatch.setattr(gather, "_tables_of", lambda _room: ())
    extract_id = gate.take_extract(by=cast.evaluator, at=NOON)
    address = reverse("figures:extract", args=[extract_id])
    assert "holds nothing that a figure is made of" in text(evaluator.get(address, {"by": "worker"}))


@pytest.mark.parametrize("part", ["worker", "supervisor", "adviser", "administrator"])
def test_nobody_else_comes_in(cast: Cast, part: str) -> None:
    client, extract_id = signed_in(part), extract_of(cast)
    for name in ("extract", "disagreements", "release"):
        assert client.get(reverse(f"figures:{name}", args=[extract_id])).status_code == 403
    assert client.get(reverse("figures:home")).status_code == 403
    assert client.post(reverse("figures:take")).status_code == 403


def test_another_programme_finds_nothing(cast: Cast) -> None:
    client, extract_id = signed_in("outsider"), extract_of(cast)
    for name in ("extract", "disagreements", "release"):
        assert client.get(reverse(f"figures:{name}", args=[extract_id])).status_code == 404


def test_a_changed_extract_is_refused_calmly(evaluator: Client, cast: Cast) -> None:
    extract_id = extract_of(cast)
    path = extracts.table_path(cast.evaluator, extract_id, "contacts")
    path.chmod(0o644)
    path.write_bytes(b"x")
    answer = evaluator.get(reverse("figures:extract", args=[extract_id]))
    assert answer.status_code == 400
    assert "contacts.parquet was changed" in text(answer)
