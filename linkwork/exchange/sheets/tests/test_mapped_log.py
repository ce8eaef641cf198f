"""A log read as a mapping says: their columns, their words; what is in it before; what refused rows become."""

from pathlib import Path

import pytest

from linkwork.core.errors import Refused
from linkwork.exchange.sheets.contact_log import read_log, refused_table
from linkwork.exchange.sheets.log_columns import guessed
from linkwork.exchange.sheets.log_profile import MOST_WORDS, first_rows, profile
from linkwork.exchange.sheets.table import SheetFile, write_csv
from linkwork.extracts.rules.mappings import LogMapping
from linkwork.testing.cast import NOON

TODAY = NOON.date()
COLUMNS = {"person": "Kod", "occurred_on": "Datum", "mode": "Hur", "marked_first": "Ny?", "topics": "Om"}
WORDS = {"mode": {"Hemma hos": "met", "brev": ""}, "marked_first": {"A": "yes", "B": "no"}}
LOG = (
    "Kod,Datum,Hur,Ny?,Om,Date\n"
    "P1,2026-03-01,hemma hos,A,rights; plan,x\n"
    "P1,2026-03-02,Brev,B,,x\n"
    "P2,2026-03-03,Telefon,a,Amals skilsmässa,x\n"
)


def sheet_of(tmp_path: Path, text: str = LOG) -> SheetFile:
    path = tmp_path / "log.csv"
    path.write_text(text, "utf-8")
    return SheetFile(path)


def test_columns_and_words_are_read_as_told(tmp_path):
    log = read_log(sheet_of(tmp_path), TODAY, mapping=LogMapping(COLUMNS, WORDS))
    rows = list(log.spool.contacts())
    assert [one.mode for one in rows] == ["met", None, "phone"]
    assert [one.marked_first for one in rows] == [True, False, True]
    assert [one.topics for one in rows] == [("rights", "plan"), (), ("other",)]
    assert log.left_out == ("Date",)
    assert log.unknown == {("Om", "Amals skilsmässa"): 1}


def test_only_words_that_were_known_are_told_on(tmp_path):
    log = read_log(sheet_of(tmp_path), TODAY, mapping=LogMapping(COLUMNS, WORDS))
    assert log.mapping.words == {
        "mode": {"hemma hos": "met", "Brev": "", "Telefon": "phone"},
        "marked_first": {"A": "yes", "B": "no"},
        "topics": {"rights": "rights", "plan": "plan"},
    }
    assert (log.mapping.columns, log.mapping.headings[-1]) == (COLUMNS, "Date")


def test_a_mapping_that_does_not_fit_is_refused(tmp_path):
    with pytest.raises(Refused, match="lacks columns that the mapping reads: Tid"):
        read_log(sheet_of(tmp_path), TODAY, mapping=LogMapping({**COLUMNS, "minutes": "Tid"}))
    for words in ({"mode": {"brev": "pigeon"}}, {"marked_first": {"A": "other"}}):
        with pytest.raises(Refused, match="is no word of ours"):
            read_log(sheet_of(tmp_path), TODAY, mapping=LogMapping(COLUMNS, words))


def test_what_is_in_it_before_anything_is_read(tmp_path):
    sheet = sheet_of(tmp_path)
    assert guessed(sheet.header) == {"person": "Kod", "occurred_on": "Datum", "mode": "Hur"}
    assert [row.cells["Kod"] for row in first_rows(sheet, 2)] == ["P1", "P1"]
    found = profile(sheet, COLUMNS)
    assert (found.rows, found.asked) == (3, False)
    assert found.words["marked_first"].listed == (("A", 2), ("B", 1))
    assert dict(found.words["topics"].listed)["plan"] == 1


def test_days_are_asked_about_and_free_text_is_not_listed_whole(tmp_path):
    rows = "".join(f"P{n},01/02/2026,word {n}\n" for n in range(MOST_WORDS + 3))
    found = profile(sheet_of(tmp_path, "Kod,Datum,Hur\n" + rows), guessed(["Datum", "Hur"]))
    assert found.asked
    assert (len(found.words["mode"].listed), found.words["mode"].more) == (MOST_WORDS, 3)
    with pytest.raises(Refused, match="some the month"):
        profile(sheet_of(tmp_path, "Kod,Datum\nP,13/02/2026\nP,02/13/2026\n"), guessed(["Datum"]))


def test_refused_rows_come_in_again_as_they_were_given_back(tmp_path):
    log = read_log(sheet_of(tmp_path, "Client,Datum,Hur\n=P1,soon,Brev\n"), TODAY)
    write_csv(tmp_path / "refused.csv", *refused_table(log))
    mended = (tmp_path / "refused.csv").read_text("utf-8-sig").replace("soon", "2026-03-01", 1)
    (tmp_path / "refused.csv").write_text(mended, "utf-8")
    again = read_log(SheetFile(tmp_path / "refused.csv"), TODAY)
    assert [one.person for one in again.spool.contacts()] == ["=P1"]
    assert again.left_out == ()
