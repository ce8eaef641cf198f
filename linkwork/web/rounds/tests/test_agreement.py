"""Are figures of agreement asked for, read with what they stand on, kept and taken along as a file?"""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules.agreement import Coefficient, Unit
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, Scene, build, code, second_coder
from linkwork.testing.cast import PASSWORD, Cast
from linkwork.web.rounds.labels import COEFFICIENTS, SORT_CHIPS, UNIT_CHOICES
from linkwork.web.rounds.presenters import agreement as present
from linkwork.web.shared.icons import icon


@pytest.fixture
def client(cast: Cast) -> Client:
    client = Client()
    client.login(email="evaluator@example.org", password=PASSWORD)
    return client


def coded(cast: Cast) -> Scene:
    scene, second = build(cast), second_coder(cast)
    code(cast.evaluator, scene.quotable, "nurses came", RELATIONS)
    code(second, scene.quotable, "One of the nurses", RELATIONS)
    code(second, scene.quotable, "now.", ENROLMENT)
    return scene


def opened(client: Client, name: str, key: object, **query: str | int) -> str:
    answer = client.get(reverse(f"rounds:{name}", args=[key]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_small_table_says_what_it_stands_on(client: Client, cast: Cast) -> None:
    scene = coded(cast)
    said = opened(client, "agreement", scene.study_id)
    for words in (
        "Relational Connections",
        "Cohen’s kappa",
        "Compared by: Sentence.",
        "Elif Kaya, Ida Moe; 1 source read.",
        "3 units rated by two coders or more; 0 ratings missing.",
        "when it misleads",
    ):
        assert words in said
    with_intervals = opened(
        client, "agreement", scene.study_id, unit="window", window=30, intervals="on", seed=5
    )
    assert "Windows of 30 characters" in with_intervals
    assert "seed 5" in with_intervals
    assert 'class="between"' in with_intervals


def test_what_means_nothing_is_as_good_as_not_said(client: Client, cast: Cast) -> None:
    scene = coded(cast)
    assert "Sentence." in opened(client, "agreement", scene.study_id, unit="parsec", window="x", seed=-1)
    assert "Windows of 200" in opened(client, "agreement", scene.study_id, unit="window")


def test_one_coder_is_told_that_it_takes_two(client: Client, cast: Cast) -> None:
    scene = build(cast)
    code(cast.evaluator, scene.quotable, "nurses", RELATIONS)
    assert "It takes two coders" in opened(client, "agreement", scene.study_id)


def test_figures_are_kept_and_say_when_they_are_stale(client: Client, cast: Cast) -> None:
    scene = coded(cast)
    address = reverse("rounds:keep", args=[scene.study_id]) + "?unit=paragraph&intervals=on"
    assert "in a few words" in client.post(address, {"title": ""}, follow=True).content.decode()
    said = client.post(address, {"title": "For the report"}, follow=True).content.decode()
    assert "For the report" in said
    (line,) = reads.agreement_records(cast.evaluator, scene.study_id)
    assert line.digest in said
    assert "have changed since" not in said
    code(cast.evaluator, scene.quotable, "meeting", RELATIONS)
    assert "have changed since" in opened(client, "record", line.id)
    assert "For the report" in opened(client, "home", scene.study_id)


def test_every_figure_goes_into_the_file(client: Client, cast: Cast) -> None:
    scene = coded(cast)
    answer = client.get(reverse("rounds:agreement", args=[scene.study_id]), {"as": "csv", "intervals": "on"})
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 1 + 5 + 3 + 2 * 6
    kappa = next(row for row in rows if row[0] == "Relational Connections" and row[2] == "Cohen’s kappa")
    assert (kappa[3], kappa[6], kappa[13]) == ("1.0", "sentence", "1")


def test_the_paradox_is_pointed_out() -> None:
    def found(percent: float, kappa: float) -> present.Kept:
        figures = [
            {"coefficient": Coefficient.PERCENT.value, "value": percent},
            {"coefficient": Coefficient.FLEISS.value, "value": kappa},
        ]
        return {"codes": [{"found": figures}]}

    assert present.low_prevalence(found(0.944, -0.023))
    assert not present.low_prevalence(found(0.944, 0.8))
    assert not present.low_prevalence(found(0.6, 0.1))


def test_numbers_are_written_as_people_read_them() -> None:
    assert present.number(0.944, Coefficient.PERCENT) == "94 %"
    assert present.number(8 / 9, Coefficient.PERCENT) == "89 %"
    assert present.number(-0.023, Coefficient.COHEN) == "−0.02"
    assert present.number(-0.001, Coefficient.COHEN) == "0.00"
    assert present.given((0.016, None, 0)) == "1.6 % / – / 0 %"


def test_every_word_has_a_name_and_every_chip_a_drawing() -> None:
    assert set(UNIT_CHOICES) == set(Unit) - {Unit.GIVEN}
    assert len(COEFFICIENTS) == 10
    for _kind, name in SORT_CHIPS.values():
        assert icon(name)


def test_questions_stay_few(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    scene = coded(cast)
    client.get(reverse("rounds:home", args=[scene.study_id]))
    with django_assert_max_num_queries(12):
        opened(client, "agreement", scene.study_id)
