"""A foreign log by page, from the file to the extract; what is refused comes back and goes in; mappings are kept."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from linkwork.errands import places, runner
from linkwork.exchange.sheets.waiting import forget_old
from linkwork.extracts import reads as extracts
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast

LOG = (
    "Kod,Dag,Hur,Ny,Anteckning\n"
    "P1,02/03/2026,Hemma hos,A,Amal\n"
    "P2,03/03/2026,Telefon,B,Bo\n"
    "=P3,soon,brevduva,A,Cleo\n"
)
COLUMNS = {"person": "Kod", "occurred_on": "Dag", "mode": "Hur", "marked_first": "Ny"}


@pytest.fixture
def evaluator(cast: Cast) -> Client:
    return signed_in("evaluator")


def text(answer):
    return (b"".join(answer) if answer.streaming else answer.content).decode()


def brought(client: Client, content: str = LOG, **more: str):
    file = SimpleUploadedFile("their log.csv", content.encode())
    return client.post(reverse("logs:bring"), {"file": file} | more)


def step(answer, name: str) -> str:
    """The address of a step of the file an answer leads to."""
    file_id = answer["Location"].split("/")[-3]
    return reverse(f"logs:{name}", args=[file_id])


def told(client: Client, **more: str):
    """A log whose columns and words were told; the answer leads to its check."""
    begun = brought(client)
    client.post(step(begun, "columns"), COLUMNS)
    words = {"order": "day", "mode-0": "met", "mode-1": "phone", "mode-2": "?"}
    return client.post(step(begun, "words"), words | {"marked_first-0": "yes", "marked_first-1": "no"} | more)


def test_columns_are_chosen_beside_the_first_rows(evaluator: Client) -> None:
    begun = brought(evaluator)
    said = text(evaluator.get(begun["Location"]))
    for words in ("Hemma hos", "Anteckning (Amal)", "Choose a column"):
        assert words in said
    wrong = evaluator.post(begun["Location"], {"person": "Kod"})
    assert wrong.status_code == 400
    assert "Choose one." in text(wrong)
    on = evaluator.post(begun["Location"], COLUMNS)
    assert on["Location"] == step(begun, "words")


def test_words_are_filled_in_where_they_are_known_and_days_are_asked_about(evaluator: Client) -> None:
    begun = brought(evaluator)
    evaluator.post(step(begun, "columns"), COLUMNS)
    said = text(evaluator.get(step(begun, "words")))
    assert '<option value="phone" selected>' in said
    assert "The month comes first" in said
    assert "Amal" not in said.replace("Amal Haddad", "")
    missing = evaluator.post(step(begun, "words"), {"mode-0": "met"})
    assert missing.status_code == 400


def test_days_that_read_one_way_are_not_asked_about(evaluator: Client) -> None:
    begun = brought(evaluator, "Kod,Dag,Hur\nP1,2026-03-02,Hemma hos\n")
    evaluator.post(step(begun, "columns"), {"person": "Kod", "occurred_on": "Dag", "mode": "Hur"})
    said = text(evaluator.get(step(begun, "words")))
    assert "Hemma hos" in said
    assert "The month comes first" not in said


def test_what_would_go_in_is_seen_before_it_is_kept(evaluator: Client, cast: Cast) -> None:
    looked = evaluator.get(told(evaluator)["Location"])
    said = text(looked)
    for words in ("2 of 3 rows would go in, 1 would be refused.", "“soon” is not a day", "Anteckning"):
        assert words in said
    assert extracts.extracts(cast.evaluator) == []


def test_it_is_kept_with_how_their_words_became_ours(evaluator: Client, cast: Cast) -> None:
    at = told(evaluator)
    kept = evaluator.post(at["Location"], {"name": "March", "days": "month", "keep_as": "Monthly"})
    [card] = extracts.extracts(cast.evaluator)
    assert (card.name, card.days, card.rows["contacts"]) == ("March", "month", 2)
    manifest = extracts.manifest(cast.evaluator, card.id)["mapping"]
    assert manifest["columns"] == COLUMNS
    assert manifest["words"]["mode"] == {"Hemma hos": "met", "Telefon": "phone"}
    assert manifest["order"] == "day"
    assert "2 of 3 rows were taken." in text(evaluator.get(kept["Location"]))
    assert list(Path(settings.HOME, "waiting", at["Location"].split("/")[-3]).rglob("their log.csv")) == []
    assert evaluator.get(at["Location"]).status_code == 404
    saved = extracts.mapping(cast.evaluator, "Monthly").mapping
    assert saved.words == {
        "mode": {"Hemma hos": "met", "Telefon": "phone"},
        "marked_first": {"A": "yes", "B": "no"},
    }


def test_refused_rows_come_back_as_a_file_and_go_in_put_right(evaluator: Client, cast: Cast) -> None:
    at = told(evaluator)
    back = text(evaluator.get(refused(at, "csv")))
    assert "'=P3,soon,brevduva,A,Cleo,4,Dag: “soon” is not a day" in back
    book = openpyxl.load_workbook(io.BytesIO(evaluator.get(refused(at, "xlsx")).content))
    assert [cell.value for cell in book.worksheets[0][2]][:2] == ["=P3", "soon"]
    assert evaluator.get(refused(at, "pdf")).status_code == 404
    mended = SimpleUploadedFile("refused-rows.csv", back.replace("P3,soon", "P3,04/03/2026").encode())
    said = text(evaluator.post(step(at, "mended"), {"mended": mended}, follow=True))
    assert "1 row was put right." in said
    assert "They are about 3 people." in said
    assert "3 of 3 rows would go in" in said
    evaluator.post(at["Location"], {"name": "March", "days": "exact"})
    [card] = extracts.extracts(cast.evaluator)
    assert card.rows["contacts"] == 3


def refused(at, ending: str) -> str:
    return reverse("logs:refused", args=[at["Location"].split("/")[-3], ending])


def test_rows_that_are_still_wrong_stay_refused(evaluator: Client) -> None:
    at = told(evaluator)
    still = SimpleUploadedFile("again.csv", b"Kod,Dag,Hur,Ny,row\nP3,later,x,A,4\nP9,2026-03-01,x,A,99\n")
    said = text(evaluator.post(step(at, "mended"), {"mended": still}, follow=True))
    assert "0 rows were put right. 1 is still refused." in said
    assert "“later” is not a day" in said
    strange = SimpleUploadedFile("again.csv", b"Who\nP3\n")
    assert "lacks columns" in text(evaluator.post(step(at, "mended"), {"mended": strange}, follow=True))
    assert "Choose a file." in text(evaluator.post(step(at, "mended"), {}, follow=True))


def test_next_months_log_goes_straight_to_the_check(evaluator: Client, cast: Cast) -> None:
    evaluator.post(told(evaluator)["Location"], {"name": "March", "days": "exact", "keep_as": "Monthly"})
    saved = extracts.mapping(cast.evaluator, "Monthly")
    april = LOG.replace("Anteckning", "Plats")
    at = brought(evaluator, april, mapping=str(saved.id))
    assert at["Location"] == step(at, "check")
    said = text(evaluator.get(at["Location"]))
    for words in ("2 of 3 rows would go in", "New: Plats.", "Gone: Anteckning.", 'value="Monthly"'):
        assert words in said
    lacking = brought(evaluator, LOG.replace("Hur", "Sätt"), mapping=str(saved.id))
    assert lacking["Location"] == step(lacking, "columns")
    assert "Gone: Hur." in text(evaluator.get(lacking["Location"]))


def test_a_number_of_the_row_taken_for_the_person_is_asked_about(evaluator: Client) -> None:
    begun = brought(evaluator, "ID,Datum\n" + "".join(f"{n},2026-03-02\n" for n in range(10)))
    assert '<option value="ID" selected>' in text(evaluator.get(begun["Location"]))
    at = evaluator.post(step(begun, "columns"), {"person": "ID", "occurred_on": "Datum"})
    assert "Every row is about another person." in text(evaluator.get(at["Location"]))


def test_a_log_without_words_goes_from_columns_to_the_check(evaluator: Client) -> None:
    begun = brought(evaluator, "Client,Date\nP1,2026-03-01\n")
    on = evaluator.post(begun["Location"], {"person": "Client", "occurred_on": "Date"})
    assert on["Location"] == step(begun, "check")
    assert evaluator.get(step(begun, "done"))["Location"] == step(begun, "check")


def test_steps_that_were_not_taken_lead_back(evaluator: Client) -> None:
    begun = brought(evaluator)
    for name in ("words", "check"):
        assert evaluator.get(step(begun, name))["Location"] == step(begun, "columns")


def test_a_log_that_cannot_be_read_says_what_to_do(evaluator: Client, cast: Cast) -> None:
    assert "first row should name the columns" in text(brought(evaluator, ",\n,\n"))
    assert brought(evaluator, "").status_code == 400
    begun = brought(evaluator, "Who,Date\nP1,13/02/2026\nP1,02/13/2026\n")
    mixed = evaluator.post(begun["Location"], {"person": "Who", "occurred_on": "Date"})
    assert "some the month" in text(mixed)
    begun = brought(evaluator, "Who,Date\nP1,soon\n")
    at = evaluator.post(begun["Location"], {"person": "Who", "occurred_on": "Date"})
    refusal = evaluator.post(at["Location"], {"name": "x", "days": "exact"})
    assert refusal.status_code == 400
    assert extracts.extracts(cast.evaluator) == []


def test_a_file_is_its_bringers_alone_and_is_forgotten(evaluator: Client, cast: Cast) -> None:
    at = told(evaluator)
    assert signed_in("manager").get(at["Location"]).status_code == 404
    assert evaluator.post(step(at, "leave"))["Location"] == reverse("logs:bring")
    assert evaluator.get(at["Location"]).status_code == 404
    brought(evaluator)
    assert forget_old(NOON.replace(year=2100)) >= 1
    assert list(Path(settings.HOME, "waiting").iterdir()) == []


def test_a_mapping_is_changed_and_removed(evaluator: Client, cast: Cast) -> None:
    assert "No mapping yet" in text(evaluator.get(reverse("logs:mappings")))
    evaluator.post(told(evaluator)["Location"], {"name": "March", "days": "exact", "keep_as": "Monthly"})
    saved = extracts.mapping(cast.evaluator, "Monthly")
    address = reverse("logs:mapping", args=[saved.id])
    assert address in text(evaluator.get(reverse("logs:mappings")))
    assert "Hemma hos" in text(evaluator.get(address))
    words = {"mode-0": "video", "mode-1": "-", "marked_first-0": "yes", "marked_first-1": "no"}
    changed = evaluator.post(address, {"called": "Yearly", "order": "", **COLUMNS, "mode": "Sätt"} | words)
    assert changed.status_code == 302
    found = extracts.mapping(cast.evaluator, saved.id)
    assert (found.name, found.mapping.columns["mode"]) == ("Yearly", "Sätt")
    assert found.mapping.words["mode"] == {"Hemma hos": "video", "Telefon": ""}
    assert evaluator.post(address, {"called": ""}).status_code == 400
    evaluator.post(reverse("logs:remove_mapping", args=[saved.id]))
    assert extracts.mappings(cast.evaluator) == []


def test_an_empty_log_is_read_back(evaluator: Client) -> None:
    made = openpyxl.load_workbook(io.BytesIO(evaluator.get(reverse("logs:empty")).content))
    assert made.worksheets[0]["A1"].value == "Person code"


def test_a_workbook_is_opened_once(evaluator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Their log"],
        ["Kod", "Dag", "Hur"],
        ["P1", "2026-03-02", "Hemma\nhos"],
        [],
        ["P2", 7, None],
    ):
        book.worksheets[0].append(row)
    held = io.BytesIO()
    book.save(held)
    file = SimpleUploadedFile("their log.xlsx", held.getvalue())
    begun = evaluator.post(reverse("logs:bring"), {"file": file})
    monkeypatch.delattr(openpyxl, "load_workbook")
    told = {"person": "Kod", "occurred_on": "Dag", "mode": "Hur"}
    evaluator.post(step(begun, "columns"), told)
    at = evaluator.post(step(begun, "words"), {"mode-0": "met"})
    said = text(evaluator.get(at["Location"]))
    assert "1 of 2 rows would go in" in said
    assert "1 row, Dag: " in said
    assert "Row 5." in said
    assert "their log.xlsx" in said


def test_a_large_log_is_followed_from_step_to_step(
    evaluator: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linkwork.web.shared.errands.PATIENCE", 0)

    def done(answer):
        assert "/under-way/" in answer["Location"]
        runner.work_next(lambda: NOON)
        [goes_on] = re.findall(
            r'href="([^"]+)"[^>]*>\s*<svg[^>]*>.*?</svg>Go on', text(evaluator.get(answer["Location"]))
        )
        return {"Location": goes_on}

    with places.held(places.RUNNER):
        begun = done(brought(evaluator))
        on = done(evaluator.post(step(begun, "columns"), COLUMNS))
        assert on["Location"] == step(begun, "words")
        words = {"order": "day", "mode-0": "met", "mode-1": "phone", "mode-2": "?"}
        at = done(evaluator.post(on["Location"], words | {"marked_first-0": "yes", "marked_first-1": "no"}))
        kept = done(evaluator.post(at["Location"], {"name": "March", "days": "exact"}))
        assert "2 of 3 rows were taken." in text(evaluator.get(kept["Location"]))
        assert text(evaluator.get(reverse("errands:home"))).count("a contact log<") == 1
        wrong = brought(evaluator, ",\n,\n")
        runner.work_next(lambda: NOON)
    said = text(evaluator.get(wrong["Location"]))
    assert "first row should name the columns" in said
    assert f'href="{reverse("logs:bring")}"' in said


@pytest.mark.parametrize("part", ["worker", "supervisor", "adviser", "administrator"])
def test_nobody_else_comes_in(cast: Cast, part: str) -> None:
    client = signed_in(part)
    for name in ("bring", "empty", "mappings", "survey", "survey_empty"):
        assert client.get(reverse(f"logs:{name}")).status_code == 403
