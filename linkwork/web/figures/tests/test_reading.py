"""The figures of an extract in pictures: found at a glance, saved as files, hidden alike in each."""

import datetime as dt
import io
from uuid import UUID

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from linkwork.core.days import Days
from linkwork.evaluation.indicators import reads as indicators
from linkwork.evaluation.indicators.tests.test_paired import pair, record
from linkwork.extracts import actions as gate
from linkwork.extracts.rules.logs import LogContact
from linkwork.extracts.rules.surveys import SurveyAnswer
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast

MOST = 12


@pytest.fixture
def evaluator(cast: Cast) -> Client:
    return signed_in("evaluator")


def log_of(cast: Cast, months: int = 16, few: int = 3) -> UUID:
    """Every month thirty contacts, from the ninth on more of them first ones; the last month has `few`."""
    rows: list[LogContact] = []
    for month in range(months):
        day = dt.date(2024 + month // 12, month % 12 + 1, 5)
        many = few if month == months - 1 else 30
        firsts = 8 if month < 8 else 20
        rows += [
            LogContact(
                line=len(rows) + n + 2,
                person=f"P{month}-{n}",
                occurred_on=day,
                worker=f"W{n % 6}",
                mode="met",
                minutes=30,
                marked_first=n < firsts,
                topics=("rights",),
            )
            for n in range(many)
        ]
    return gate.take_log(contacts=rows, by=cast.evaluator, at=NOON, name="Their log")


def text(answer):
    return answer.content.decode()


def test_what_matters_stands_first(evaluator: Client, cast: Cast, django_assert_max_num_queries) -> None:
    address = reverse("figures:extract", args=[log_of(cast)])
    evaluator.get(address)
    with django_assert_max_num_queries(MOST):
        said = text(evaluator.get(address, {"by": "mode", "run": "people_reached"}))
    assert said.index("of 453 contacts were a first meeting") < said.index('<svg class="chart chart-months"')
    for kind in ("months", "run", "bars"):
        assert f"chart chart-{kind}" in said
    assert "chart-funnel" not in said  # a log tells none
    assert "broken outline" in said


def test_a_run_says_in_words_what_its_marks_say(evaluator: Client, cast: Cast) -> None:
    said = text(evaluator.get(reverse("figures:extract", args=[log_of(cast)])))
    assert "months in a row lie above the median." in said
    other = text(evaluator.get(reverse("figures:extract", args=[log_of(cast)]), {"run": "contacts"}))
    assert "Contacts, month by month" in other
    few = text(evaluator.get(reverse("figures:extract", args=[log_of(cast, months=2, few=30)])))
    assert "fewer than three months" in few


def test_each_picture_is_a_file_of_three_kinds(evaluator: Client, cast: Cast) -> None:
    address = reverse("figures:extract", args=[log_of(cast)])
    evaluator.post(f"{address}?picture=run&as=png")
    kinds = {"png": b"\x89PNG", "svg": b"<?xml", "xlsx": b"PK"}
    for name in ("contacts", "run", "breakdown"):
        for ending, start in kinds.items():
            answer = evaluator.get(address, {"by": "mode", "picture": name, "as": ending})
            assert answer.content.startswith(start)
            assert answer["Content-Disposition"] == f'attachment; filename="{name}.{ending}"'
    for asked in ({"picture": "contacts", "as": "gif"}, {"picture": "funnel", "as": "png"}, {"picture": "x"}):
        assert evaluator.get(address, asked).status_code == 404


def test_a_file_has_the_definition_and_hides_what_the_page_hides(evaluator: Client, cast: Cast) -> None:
    extract_id = log_of(cast)
    address = reverse("figures:extract", args=[extract_id])
    book = openpyxl.load_workbook(
        io.BytesIO(evaluator.post(f"{address}?picture=contacts&as=xlsx", follow=True).content)
    )
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[1][2] == "few, hidden"  # the last month could be worked out from the others
    assert rows[2][2] == 30
    assert rows[-1][2] == "few, hidden"
    notes = " ".join(str(row[0]) for row in book.worksheets[1].iter_rows(values_only=True))
    card = indicators.figures(cast.evaluator, extract_id)[0].extract
    assert card.hash in notes
    assert "Definition contacts, version" in notes
    drawing = text(evaluator.get(address, {"picture": "contacts", "as": "svg"}))
    assert ">few, hidden<" in drawing or 'class="hidden"' in drawing


def test_pictures_of_some_days_stay_on_the_page(evaluator: Client, cast: Cast) -> None:
    address = reverse("figures:extract", args=[log_of(cast)])
    days = {"since": "2024-02-01", "until": "2024-06-30"}
    page = text(evaluator.get(address, days))
    assert "Over time" in page
    assert "picture=contacts" in text(evaluator.get(address))
    assert "picture=contacts" not in page
    assert evaluator.get(address, days | {"picture": "contacts", "as": "svg"}).status_code == 404


def test_only_who_may_read_figures_gets_their_pictures(cast: Cast) -> None:
    address = reverse("figures:extract", args=[log_of(cast)])
    worker = signed_in("worker")
    assert worker.get(address, {"picture": "contacts", "as": "svg"}).status_code in (403, 404)


def test_figures_of_some_days(evaluator: Client, cast: Cast, django_assert_max_num_queries) -> None:
    made = log_of(cast)
    address = reverse("figures:extract", args=[made])
    whole = indicators.figure(cast.evaluator, made, "contacts").numerator
    days = {"since": "2025-03-01", "until": "2025-05-31", "by": "mode"}
    span = indicators.Span(dt.date(2025, 3, 1), dt.date(2025, 5, 31))
    part = indicators.figure(cast.evaluator, made, "contacts", span=span).numerator
    assert part
    assert whole
    assert 0 < part < whole
    evaluator.get(address, days)
    with django_assert_max_num_queries(12):
        said = text(evaluator.get(address, days))
    assert f"{part} contacts are in this extract." in said
    assert f"{whole} contacts are in this extract." not in said
    assert '<input type="hidden" name="since" value="2025-03-01">' in said
    assert 'value="2025-05-31"' in said
    assert "All days" in said
    wrong = text(evaluator.get(address, {"since": "2025-05-31", "until": "2025-03-01"}))
    assert "The last day lies before the first." in wrong
    assert f"{whole} contacts are in this extract." in wrong


def test_days_an_extract_cannot_tell_are_refused_in_words(evaluator: Client, cast: Cast) -> None:
    rows = [LogContact(n, f"P{n}", dt.date(2025, 9, 3)) for n in range(2, 12)]
    made = gate.take_log(contacts=rows, by=cast.evaluator, at=NOON, days=Days.MONTH)
    said = text(evaluator.get(reverse("figures:extract", args=[made]), {"since": "2025-09-02"}))
    assert "not exact enough for this period" in said
    assert "10 contacts are in this extract." in said


def test_what_staff_say_stands_by_construct_and_group(
    evaluator: Client, cast: Cast, django_assert_max_num_queries
) -> None:
    rows = [
        SurveyAnswer(f"{n}", "nomad", "2018", item, 4, None, "worker" if n < 8 else "manager", NOON.date())
        for n in range(10)
        for item in ("N01", "N02", "G1")
    ]
    made = gate.take_survey(answers=rows, by=cast.evaluator, at=NOON, name="First wave")
    address = reverse("figures:extract", args=[made])
    with django_assert_max_num_queries(12):
        said = text(evaluator.get(address))
    for words in (
        "Extract of a survey",
        "NoMAD: what staff say",
        "Respondents: 10.",
        "few, hidden",
        "4.00",
        "Coherence",
    ):
        assert words in said
    assert "holds nothing" not in said
    assert "survey of staff" in text(evaluator.get(reverse("figures:home")))


def test_change_of_those_asked_twice_stands_in_a_table(
    evaluator: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [pair(n, "phq-9", "total", 12.0, 6.0, "better") for n in range(8)]
    rows += [pair(n, "gad-7", "total", 5.0, 5.0, "steady") for n in range(10, 13)]
    rows += [pair(n, "ucla-3", "total", 5.0, None, None) for n in range(20, 23)]
    made = record(cast, monkeypatch, rows)
    said = text(evaluator.get(reverse("figures:extract", args=[made])))
    assert "Change of those asked twice" in said
    assert "−6.00 to −6.00" in said
    assert "lower is better" in said
    assert "Too few were asked twice to show a change: GAD-7 · Loneliness, three questions (UCLA)." in said
    assert "few, hidden" not in said


def test_where_no_change_may_be_shown_no_table_is_drawn(
    evaluator: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = record(cast, monkeypatch, [pair(n, "gad-7", "total", 5.0, 4.0, "steady") for n in range(3)])
    said = text(evaluator.get(reverse("figures:extract", args=[made])))
    assert "Too few were asked twice to show a change" in said
    assert "Mean change" not in said


def test_the_whole_report_is_a_file_for_evaluators_alone(evaluator: Client, cast: Cast) -> None:
    extract_id = log_of(cast)
    address = reverse("figures:report", args=[extract_id])
    assert address in text(evaluator.get(reverse("figures:extract", args=[extract_id])))
    answer = evaluator.post(address, {"as": "html"})
    assert answer["Content-Disposition"] == 'attachment; filename="report.html"'
    assert "of 453 contacts were a first meeting" in text(answer)
    assert evaluator.post(address, {"as": "exe"}).status_code == 404
    assert signed_in("worker").post(address, {"as": "html"}).status_code in (403, 404)
