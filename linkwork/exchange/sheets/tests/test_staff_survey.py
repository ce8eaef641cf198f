"""A file of survey answers: what goes in, what is refused and why."""

import datetime as dt

import pytest

from linkwork.core.errors import Refused
from linkwork.exchange.sheets.contact_log import refused_table
from linkwork.exchange.sheets.staff_survey import guessed, read_survey, take_in
from linkwork.exchange.sheets.table import Sheet, SheetRow
from linkwork.extracts import reads as extracts
from linkwork.instruments.surveys import survey
from linkwork.testing.cast import NOON, Cast

NOMAD = survey("nomad")
TODAY = NOON.date()


def sheet(header: tuple[str, ...], *rows: tuple[str, ...]) -> Sheet:
    made = [SheetRow(n, dict(zip(header, row, strict=True))) for n, row in enumerate(rows, start=2)]
    return Sheet("answers.csv", header, tuple(made))


PLAIN = ("Respondent", "Role", "Date", "N01", "n2", "G1", "Comment")


def test_numbers_words_and_what_is_not_relevant() -> None:
    found = read_survey(
        sheet(
            PLAIN,
            ("1", "worker", "2026-02-03", "Strongly agree", "2", "10", "private words"),
            ("2", "", "3.2.2026", "Not relevant to my role", "", "0", ""),
            (
                "3",
                "worker",
                "2026-02-03",
                "not relevant at this stage",
                "Not relevant to our project",
                "",
                "",
            ),
        ),
        NOMAD,
        TODAY,
    )
    assert (found.respondents, found.refused, found.left_out) == (3, (), ("Comment",))
    said = [(one.respondent, one.item, one.value, one.not_relevant) for one in found.answers]
    assert said == [
        ("1", "N01", 5, None), ("1", "N02", 2, None), ("1", "G1", 10, None),
        ("2", "N01", None, "role"), ("2", "N02", None, None), ("2", "G1", 0, None),
        ("3", "N01", None, "stage"), ("3", "N02", None, "intervention"), ("3", "G1", None, None),
    ]  # fmt: skip
    assert {one.group for one in found.answers} == {"worker", None}
    assert {one.answered_on for one in found.answers} == {dt.date(2026, 2, 3)}
    assert {one.version for one in found.answers} == {"2018"}


def test_rows_at_fault_are_refused_whole_with_reasons() -> None:
    found = read_survey(
        sheet(
            PLAIN,
            ("1", "worker", "2026-02-03", "6", "maybe", "11", ""),
            ("2", "worker", "", "5", "4", "3", ""),
            ("3", "worker", "2026-02-03", "", "", "", ""),
            ("4", "x" * 61, "2026-02-03", "5", "4", "3", ""),
            ("5", "worker", "2026-02-03", "5", "4", "3", ""),
            ("5", "worker", "2026-02-03", "5", "4", "3", ""),
        ),
        NOMAD,
        TODAY,
    )
    assert found.respondents == 1
    faults = {(one.row, fault.column): fault for one in found.refused for fault in one.complaints}
    assert set(faults) == {
        (2, "N01"), (2, "n2"), (2, "G1"), (3, "Date"), (4, "Respondent"), (5, "Role"), (7, "Respondent"),
    }  # fmt: skip
    assert faults[2, "N01"].what_to_do.startswith("Write a number from 1 to 5, or: Strongly agree, Agree")
    assert faults[2, "G1"].what_to_do == "Write a number from 0 to 10, or: a whole number."
    header, rows = refused_table(found)
    assert header[-3:] == ["row", "what is wrong", "what to do"]
    assert len(rows) == 5


def test_headings_may_be_the_items_words_or_told() -> None:
    header = (NOMAD.items[0].text, "When", "Q2")
    found = read_survey(sheet(header, ("4", "2026-02-03", "3")), NOMAD, TODAY, {"When": "day", "Q2": "N02"})
    assert [(one.respondent, one.item, one.value) for one in found.answers] == [
        ("row 2", "N01", 4), ("row 2", "N02", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "told", "message"),
    [
        (("N01", "N1", "Date"), {}, "would both be N01"),
        (("N01",), {}, "No column says on which day"),
        (("Date", "Mood"), {}, "No column is an item of NoMAD"),
        (("Date", "N01"), {"Date": "N99"}, "N99 is nothing this survey asks"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    header: tuple[str, ...], told: dict[str, str], message: str
) -> None:
    with pytest.raises(Refused, match=message):
        read_survey(sheet(header), NOMAD, TODAY, told)


def test_good_rows_become_an_extract(cast: Cast) -> None:
    found = read_survey(sheet(PLAIN, ("1", "worker", "2026-02-03", "4", "4", "7", "")), NOMAD, TODAY)
    made = take_in(found, by=cast.evaluator, at=NOON, name="First wave")
    assert extracts.extract(cast.evaluator, made).name == "First wave"
    nothing = read_survey(sheet(PLAIN), NOMAD, TODAY)
    with pytest.raises(Refused, match=r"No row of answers\.csv could be taken"):
        take_in(nothing, by=cast.evaluator, at=NOON)


def test_headings_are_known_in_three_languages() -> None:
    for header in (
        ["respondent", "group", "day"],
        ["Svarande", "Roll", "Datum"],
        ["Répondant", "Rôle", "Jour"],
    ):
        found = dict(zip(("respondent", "group", "day"), header, strict=True))
        assert guessed([*header, "N01"], NOMAD) == {**found, "N01": "N01"}
