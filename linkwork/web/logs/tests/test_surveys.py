"""Answers to a survey of staff by page: an empty sheet, the columns, what is refused, kept."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from linkwork.extracts import actions
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.mappings import LogMapping
from linkwork.instruments.surveys import survey
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast

ANSWERS = "Nr,day,N01,Q2\n1,2026-03-01,4,5\n2,2026-03-01,9,5\n"
TOLD = {"day": "day", "respondent": "Nr", "N01": "N01", "N02": "Q2"}


@pytest.fixture
def evaluator(cast: Cast) -> Client:
    return signed_in("evaluator")


def text(answer):
    return (b"".join(answer) if answer.streaming else answer.content).decode()


def brought(client: Client, content: str = ANSWERS, **more: str):
    file = SimpleUploadedFile("answers.csv", content.encode())
    return client.post(reverse("logs:survey"), {"file": file, "instrument": "nomad"} | more)


def test_answers_are_seen_and_then_kept(evaluator: Client, cast: Cast) -> None:
    at = brought(evaluator)["Location"]
    said = text(evaluator.get(at))
    assert '<option value="N01" selected>' in said
    assert "Q2 (5)" in said
    looked = evaluator.post(at, TOLD)["Location"]
    said = text(evaluator.get(looked))
    assert "1 of 2 rows would go in, 1 would be refused." in said
    assert "“9” is no answer to this item" in said
    assert extracts.extracts(cast.evaluator) == []
    evaluator.post(looked, {"name": "Spring"})
    [card] = extracts.extracts(cast.evaluator)
    assert (card.name, card.origin, card.rows["survey_answers"]) == ("Spring", "survey", 2)
    assert extracts.manifest(cast.evaluator, card.id)["mapping"]["columns"] == TOLD
    assert evaluator.get(looked).status_code == 404


def test_refused_answers_come_back(evaluator: Client) -> None:
    at = brought(evaluator)["Location"]
    file_id = at.split("/")[-2]
    address = reverse("logs:survey_refused", args=[file_id, "csv"])
    assert evaluator.get(address).status_code == 404
    assert evaluator.get(reverse("logs:survey_check", args=[file_id]))["Location"] == at
    evaluator.post(at, TOLD)
    assert "2,2026-03-01,9,5,3," in text(evaluator.get(address))


def test_what_cannot_be_read_is_said(evaluator: Client, cast: Cast) -> None:
    assert "first row should name" in text(brought(evaluator, ",\n"))
    at = brought(evaluator)["Location"]
    assert "Another line has this column too." in text(evaluator.post(at, TOLD | {"N03": "N01"}))
    assert "No column is an item" in text(evaluator.post(at, {"day": "day"}))
    at = brought(evaluator, "day,N01\n2026-03-01,9\n")["Location"]
    looked = evaluator.post(at, {"day": "day", "N01": "N01"})["Location"]
    assert "no extract was made" in text(evaluator.post(looked, {"name": "x"}))
    assert extracts.extracts(cast.evaluator) == []


def test_an_empty_sheet_has_every_item(evaluator: Client) -> None:
    made = openpyxl.load_workbook(io.BytesIO(evaluator.get(reverse("logs:survey_empty")).content))
    heads = [cell.value for cell in made.worksheets[0][1]]
    assert heads == ["respondent", "group", "day", *(item.id for item in survey("nomad").items)]


def test_how_answers_are_read_is_saved_and_changed(evaluator: Client, cast: Cast) -> None:
    looked = evaluator.post(brought(evaluator)["Location"], TOLD)["Location"]
    evaluator.post(looked, {"name": "Spring", "keep_as": "Our survey"})
    [saved] = extracts.survey_mappings(cast.evaluator)
    assert (saved.name, saved.mapping.survey, saved.mapping.columns) == ("Our survey", "nomad", TOLD)
    assert extracts.mappings(cast.evaluator) == []
    at = brought(evaluator, mapping=str(saved.id))["Location"]
    assert at.endswith("/check/")
    said = text(evaluator.get(at))
    assert "1 of 2 rows would go in" in said
    assert 'value="Our survey"' in said
    other = brought(evaluator, ANSWERS.replace("Q2", "Second"), mapping=str(saved.id))["Location"]
    assert not other.endswith("/check/")
    assert '<option value="N01" selected>' in text(evaluator.get(other))
    page = reverse("logs:survey_mapping", args=[saved.id])
    assert page in text(evaluator.get(reverse("logs:mappings")))
    assert 'value="Q2"' in text(evaluator.get(page))
    assert evaluator.post(page, {"called": "Our survey", "day": ""}).status_code == 400
    assert evaluator.post(page, {"called": "Ours", "day": "day", "N01": "day"}).status_code == 400
    assert evaluator.post(page, {"called": "Ours", "day": "day", "N01": "First"}).status_code == 302
    [saved] = extracts.survey_mappings(cast.evaluator)
    assert (saved.name, saved.mapping.columns) == ("Ours", {"day": "day", "N01": "First"})
    evaluator.post(reverse("logs:remove_mapping", args=[saved.id]))
    assert evaluator.get(page).status_code == 404


def test_a_survey_takes_no_name_of_a_log(evaluator: Client, cast: Cast) -> None:
    log = LogMapping({"person": "Kod", "occurred_on": "Dag"})
    actions.keep_mapping(name="Monthly", mapping=log, by=cast.evaluator, at=NOON)
    looked = evaluator.post(brought(evaluator)["Location"], TOLD)["Location"]
    refused = evaluator.post(looked, {"name": "Spring", "keep_as": "Monthly"})
    assert refused.status_code == 400
    assert "A mapping of another kind has this name." in text(refused)
    assert extracts.mapping(cast.evaluator, "Monthly").mapping == log
