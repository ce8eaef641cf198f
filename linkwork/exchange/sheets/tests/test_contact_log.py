"""Reading a contact log: which column is which, what each cell says, and what becomes of every row."""

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook

from linkwork.core.errors import Refused
from linkwork.exchange.sheets import log_values
from linkwork.exchange.sheets.contact_log import (
    contradiction_words,
    read_log,
    refused_table,
    take_in,
)
from linkwork.exchange.sheets.log_columns import columns_of, guessed
from linkwork.exchange.sheets.log_words import LogWords, own_words
from linkwork.exchange.sheets.table import SheetFile, read_sheet
from linkwork.extracts import reads as extracts
from linkwork.instruments import actions as instruments
from linkwork.programmes.reads import own_lists
from linkwork.testing.cast import NOON, Cast

TODAY = NOON.date()
GOOD = "Client,Date,First contact,Minutes\n"


def log_of(tmp_path: Path, text: str, told: dict[str, str] | None = None):
    path = tmp_path / "log.csv"
    path.write_text(text, "utf-8")
    return read_log(read_sheet(path), TODAY, told)


@pytest.mark.parametrize(
    "header",
    [
        ["Client code", "Date", "Peer supporter", "First contact", "Venue", "Language", "Duration (minutes)"],
        ["Klient", "Datum", "Lots", "Första kontakten", "Plats", "Språk", "Tid (i minuter)"],
        [
            "Mère",
            "Date du contact",
            "Intervenante",
            "Première rencontre",
            "Lieu",
            "Langue",
            "Durée (minutes)",
        ],
    ],
)
def test_headings_are_known_in_three_languages(header):
    fields = ["person", "occurred_on", "worker", "marked_first", "site_kind", "language", "minutes"]
    assert columns_of(header, {}, "log") == dict(zip(fields, header, strict=True))


def test_what_is_told_goes_before_a_guess():
    assert columns_of(["Date", "Client", "Kod"], {"Kod": "person"}, "log") == {
        "person": "Kod",
        "occurred_on": "Date",
    }


@pytest.mark.parametrize(
    ("header", "told", "words"),
    [
        (["Client", "When"], {}, "no column was recognised for occurred_on.*“Client=occurred_on”"),
        (["Client", "Mother", "Date"], {}, "two columns for “person”: Client and Mother"),
        (["Client", "Date"], {"Kod": "person"}, "has no column “Kod”"),
        (["Client", "Date"], {"Client": "name"}, "“name” is no field"),
    ],
)
def test_columns_that_cannot_be_told_apart_are_refused(header, told, words):
    with pytest.raises(Refused, match=words):
        columns_of(header, told, "log.csv")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02", (2026, 3, 2)),
        ("2026-03-02 14:30", (2026, 3, 2)),
        ("2.3.2026", (2026, 3, 2)),
        ("02/03/2026", (2026, 3, 2)),
        ("2026/3/2", (2026, 3, 2)),
    ],
)
def test_days(text, day):
    assert log_values.day(text, TODAY) == dt.date(*day)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no day"),
        ("yesterday", "not a day"),
        ("2026-02-30", "not a day"),
        ("2027-01-01", "future"),
        ("1926-01-01", "too long ago"),
    ],
)
def test_what_is_no_day_of_a_contact(text, words):
    with pytest.raises(log_values.Fault, match=words):
        log_values.day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", None),
        ("45", 45),
        ("45.0", 45),
        ("45 min", 45),
        ("1:30", 90),
        ("1 h 30", 90),
        ("1h", 60),
        ("0", 0),
    ],
)
def test_lengths(text, minutes):
    assert log_values.minutes(text) == minutes


@pytest.mark.parametrize("text", ["long", "-5", "99999", "30:00"])
def test_what_is_no_length(text):
    with pytest.raises(log_values.Fault):
        log_values.minutes(text)


def test_a_swedish_log_is_read_as_it_is_written(tmp_path):
    log = log_of(
        tmp_path,
        "ID;Datum;Förstagångskontakt;Språk;Kontaktform;Mötesplats;Tid (min);Stöd\n"
        "M1;2019-11-04;Ja;Somaliska;Fysiskt möte;Öppna förskolan;45;Praktiskt\n"
        "M1;2019-11-11;Nej;arabiska;Telefonsamtal;Hemma hos;10;Motiverande\n"
        "M2;2019-11-12;1:a;Tigrinja;Digitalt;BVC;;Informativt\n",
    )
    assert (log.taken, log.spool.refused, log.spool.people(), log.unknown, log.left_out) == (3, 0, 2, {}, ())
    first, second, third = log.spool.contacts()
    assert (first.marked_first, first.language, first.mode, first.site_kind) == (True, "so", "met", "venue")
    assert (second.marked_first, second.language, second.mode, second.site_kind) == (
        False,
        "ar",
        "phone",
        "home",
    )
    assert (third.marked_first, third.language, third.mode, third.site_kind) == (
        True,
        "ti",
        "video",
        "practice",
    )
    assert [first.support, second.support, third.support] == [
        ("practical",),
        ("motivational",),
        ("informative",),
    ]


@pytest.mark.parametrize(
    ("header", "person"),
    [("id,datum", "id"), ("id,client_id,datum", "client_id"), ("id,kod,datum", None), ("ID,datum", "ID")],
)
def test_a_number_is_the_person_s_where_nothing_else_is(header, person):
    assert guessed(header.split(",")).get("person") == person
    if person:
        assert columns_of(header.split(","), {}, "log.csv")["person"] == person
    else:
        with pytest.raises(Refused, match="no column was recognised for person"):
            columns_of(header.split(","), {}, "log.csv")
    assert columns_of(["id", "nr", "datum"], {"nr": "person"}, "log.csv")["person"] == "nr"


def test_marks_in_three_languages():
    words = LogWords()
    assert [words.first(word) for word in ("Yes", "ja", "Première", "")] == [True, True, True, None]
    assert [words.first(word) for word in ("no", "Uppföljning", "suivi")] == [False, False, False]
    with pytest.raises(log_values.Fault, match="neither yes nor no"):
        words.first("perhaps")


def test_words_become_codes_and_free_words_do_not_cross():
    words = LogWords()
    assert words.one("mode", "Telefon") == "phone"
    assert words.one("mode", "Went along") == "accompanied"
    assert words.one("site_kind", "Öppna förskolan") == "venue"
    assert words.one("language", "Soomaali") == "so"
    assert words.several("topics", "Finding support; practical_help, Amal’s divorce") == (
        "finding_support",
        "practical_help",
        "other",
    )
    assert words.several("support", "Informative|") == ("informative",)
    assert words.one("site_kind", "at Amal’s sister’s") == "other"
    assert words.one("mode", "") is None


def test_good_rows_go_in_and_bad_ones_come_back_with_reasons(tmp_path):
    log = log_of(
        tmp_path,
        GOOD + "P1,2026-03-01,yes,30\n,2026-03-02,no,10\nP2,soon,perhaps,x\nP2,2026-03-03,,\n",
    )
    contacts = list(log.spool.contacts())
    assert [one.line for one in contacts] == [2, 5]
    assert (log.rows_read, contacts[1].marked_first, contacts[1].minutes) == (4, None, None)
    assert [(one.row, [fault.column for fault in one.complaints]) for one in log.refused] == [
        (3, ["Client"]),
        (4, ["Date", "First contact", "Minutes"]),
    ]
    header, rows = refused_table(log)
    assert header == ["Client", "Date", "First contact", "Minutes", "row", "what is wrong", "what to do"]
    assert rows[0][:5] == ["", "2026-03-02", "no", "10", "3"]
    assert "Date: “soon” is not a day; First contact: “perhaps” is neither yes nor no" in rows[1][5]


def test_columns_that_are_not_read_and_words_that_are_not_known_are_named(tmp_path):
    log = log_of(tmp_path, "Client,Date,Venue,Name\nP1,2026-03-01,the moon,Amal\nP2,2026-03-01,the moon,Bo\n")
    assert log.left_out == ("Name",)
    assert log.unknown == {("Venue", "the moon"): 2}
    assert [one.site_kind for one in log.spool.contacts()] == ["other", "other"]


def test_contradictions_are_said_with_row_numbers(tmp_path):
    log = log_of(tmp_path, GOOD + "P1,2026-03-01,yes,\nP1,2026-03-02,yes,\nP1,2026-02-01,no,\n")
    assert [contradiction_words(one) for one in log.contradictions()] == [
        "Row 3 marks a first contact with somebody whose first contact is marked in row 2.",
        "Row 4 is marked as a repeat, on a day before the first contact in row 2.",
    ]
    assert [one.marked_first for one in log.spool.contacts()] == [True, True, False]


def test_the_good_rows_become_an_extract(cast: Cast, tmp_path):
    log = log_of(tmp_path, GOOD + "P1,2026-03-01,yes,30\n")
    extract_id = take_in(log, by=cast.evaluator, at=NOON, name="Their log")
    card = extracts.extract(cast.evaluator, extract_id)
    assert (card.name, card.origin, card.rows["contacts"]) == ("Their log", "log", 1)
    with pytest.raises(Refused, match=r"No row of log\.csv could be taken"):
        take_in(log_of(tmp_path, GOOD + ",,,1\n"), by=cast.evaluator, at=NOON)


@pytest.mark.parametrize(
    ("days", "order", "found"),
    [
        (("13/02/2026", "02/03/2026"), "", ["2026-02-13", "2026-03-02"]),
        (("03/13/2025", "02/03/2026"), "", ["2025-03-13", "2026-02-03"]),
        (("02/03/2026",), "day", ["2026-03-02"]),
        (("02/03/2026", "2.3.2026"), "month", ["2026-02-03", "2026-03-02"]),
        (("2.3.2026", "03/03/2026"), "", ["2026-03-02", "2026-03-03"]),
    ],
)
def test_which_comes_first_is_seen_or_told(tmp_path, days, order, found):
    path = tmp_path / "log.csv"
    path.write_text("Client,Date\n" + "".join(f"P,{day}\n" for day in days), "utf-8")
    log = read_log(SheetFile(path), TODAY, None, order)
    assert [one.occurred_on.isoformat() for one in log.spool.contacts()] == found


def test_days_that_could_be_meant_either_way_are_asked_about(tmp_path):
    with pytest.raises(Refused, match="could be in March or in December"):
        log_of(tmp_path, "Client,Date\nP1,02/03/2026\n")
    with pytest.raises(Refused, match="some the month"):
        log_of(tmp_path, "Client,Date\nP1,13/03/2025\nP1,03/13/2025\n")
    log = log_of(tmp_path, "Client,Date\nP1,46000\nP1,2026-03-01\n")
    [row] = log.refused
    assert row.complaints[0].reason == "“46000” is a number and not a day"


def test_odd_files_are_read_or_refused_with_what_to_do(tmp_path):
    path = tmp_path / "log.csv"
    path.write_bytes("Client,Date,Plats\nP1,2026-03-01,Öppna\n".encode("cp1252"))
    with pytest.raises(Refused, match=r"not written in UTF-8 \(line \d\)"):
        read_log(SheetFile(path), TODAY)
    assert read_log(SheetFile(path, "cp1252"), TODAY).taken == 1
    with pytest.raises(Refused, match="no encoding"):
        SheetFile(path, "klingon")
    path.write_text("Client,Date\nP\0,2026-03-01\n", "utf-8")
    with pytest.raises(Refused, match="not a text file"):
        read_log(SheetFile(path), TODAY)
    path.write_text("Log of 2026,,\n,,\nClient,Date,Venue\nP1,2026-03-01,home\n", "utf-8")
    log = read_log(SheetFile(path), TODAY)
    assert ([one.line for one in log.spool.contacts()], log.taken) == ([4], 1)
    assert read_sheet(path).header == ("Client", "Date", "Venue")
    book = Workbook()
    book.active.append(["Client", "Date"])  # type: ignore[union-attr]
    book.active.append(["P1", dt.date(2026, 3, 1)])  # type: ignore[union-attr]
    book.save(tmp_path / "log.xlsx")
    assert read_log(SheetFile(tmp_path / "log.xlsx"), TODAY).taken == 1


def test_words_of_the_programme_s_own_lists_are_known(cast: Cast, tmp_path):
    code = instruments.add_term(list_id="contact_topics", label="School runs", by=cast.manager, at=NOON)
    instruments.say_term(list_id="contact_modes", code="met", label="In the park", by=cast.manager, at=NOON)
    path = tmp_path / "log.csv"
    path.write_text("Client,Date,Topics,Mode\nP1,2026-03-01,school runs; rights,in the park\n", "utf-8")
    own = own_words(own_lists(cast.programme_id))
    [row] = read_log(SheetFile(path), TODAY, own=own).spool.contacts()
    assert (row.topics, row.mode) == ((code, "rights"), "met")
    [row] = read_log(SheetFile(path), TODAY).spool.contacts()
    assert (row.topics, row.mode) == (("other", "rights"), "other")
