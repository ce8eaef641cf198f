"""Bringing in a table of ratings by the page: taken, refused rows back, both flags shown."""

from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from linkwork.evaluation.coding import reads
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast

GOOD = "Construct,North,South,Flag\nCulture,2,−1,weak\nComplexity (reverse),m,.,\n"


@pytest.fixture
def study(cast: Cast) -> UUID:
    return studies.open_study(
        title="Sites", design=Design.CASE_STUDY, opened_on=NOON.date(), by=cast.evaluator, at=NOON
    )


def send(study: UUID, text: str, part: str = "evaluator", **more: str):
    client = signed_in(part)
    file = SimpleUploadedFile("table.csv", text.encode(), content_type="text/csv")
    given = {"title": "Two sites", "frame": "cfir-2009", "kind": "site", "upper": "1", "rule": "means"}
    answer = client.post(
        reverse("rounds:ratings_in", args=[study]), given | more | {"file": file}, follow=True
    )
    return client, answer, answer.content.decode()


def test_a_table_comes_in_and_the_analysts_flag_stands_over_the_rule(study: UUID, cast: Cast) -> None:
    client, answer, page = send(study, GOOD)
    assert answer.redirect_chain
    assert "2 constructs are taken in." in page
    assert "“Complexity (reverse)” is read as “Complexity”." in page
    assert "Tells them apart weakly" in page
    assert "the rule would say: Tells them apart strongly" in page
    assert "brought in as settled" in page
    assert (
        "Bring in a table of ratings" in client.get(reverse("rounds:ratings", args=[study])).content.decode()
    )


def test_refused_rows_come_back_as_a_file(study: UUID, cast: Cast) -> None:
    client, answer, page = send(study, GOOD + "=Weather,1,1,\nCost,7,1,\n")
    assert answer.status_code == 200
    assert "2 rows could not be taken" in page
    assert "Row 5" in page
    back = client.get(reverse("rounds:ratings_refused", args=[study])).content.decode("utf-8-sig")
    assert "'=Weather,1,1,,4,no construct" in back
    assert "Cost,7,1,,5,North: no rating" in back
    other = studies.open_study(
        title="Other", design=Design.CASE_STUDY, opened_on=NOON.date(), by=cast.evaluator, at=NOON
    )
    assert client.get(reverse("rounds:ratings_refused", args=[other])).status_code == 404


def test_what_cannot_be_read_says_so_and_keeps_what_was_typed(study: UUID, cast: Cast) -> None:
    _client, answer, page = send(study, "Construct\nCulture\n", source="A paper")
    assert answer.status_code == 400
    assert "no column for a case" in page
    assert "A paper" in page
    assert "Some cases must count" in send(study, GOOD, upper="9")[2]
    assert "larger than 2 MB" in send(study, GOOD + "x" * 2_100_000)[2]
    twice = GOOD.replace("South", "North ")
    assert "more than once" in send(study, twice)[2]
    assert reads.sheets(cast.evaluator, study) == []


def test_only_evaluators_bring_ratings_in(study: UUID, cast: Cast) -> None:
    assert send(study, GOOD, part="manager")[1].status_code == 403
    page = signed_in("evaluator").get(reverse("rounds:ratings_in", args=[study]))
    assert page.status_code == 200
