"""Files of referrals: columns, cells, the same row again."""

import datetime as dt

import pytest

from linkwork.casework import reads
from linkwork.casework.rules.persons import Urgency
from linkwork.core.errors import NotAllowed, Refused
from linkwork.core.viewer import system
from linkwork.exchange.sheets.referral_file import HEADINGS, take_in
from linkwork.exchange.sheets.table import Sheet, SheetRow
from linkwork.instruments import actions as instruments
from linkwork.testing.cast import NOON

WHOLE = {
    "First name": "Bo",
    "Surname": "Ek",
    "Phone": "0555 1",
    "E-mail": "bo@example.org",
    "Date of birth": "12/03/1950",
    "Language": "svenska",
    "Interpreter": "yes",
    "Address": "By the lake",
    "Source": "General practice",
    "Reason": "Company",
    "Needs": "Food; gold; Food",
    "Priority": "High",
    "Consent": "ja",
    "Risks": "A dog",
    "Best time": "Mornings",
    "Referrer": "Nurse",
    "Practice": "Elm Street",
    "Referrer e-mail": "n@elm.example",
    "Referrer phone": "0555 2",
    "Received": "2026-03-02",
    "Reference": "R-1",
    "Other": "x",
}


def sheet(*rows):
    header = tuple(dict.fromkeys(name for row in rows for name in row))
    return Sheet("list.csv", header, tuple(SheetRow(n, dict(row)) for n, row in enumerate(rows, 2)))


def taken(cast, *rows, **more):
    return take_in(sheet(*rows), by=system(cast.programme_id), at=NOON, **more)


def test_a_whole_row_is_read(cast):
    done = taken(cast, WHOLE, system="https://old.example")
    assert (done.rows, len(done.taken), done.known, done.refused) == (1, 1, 0, [])
    card = reads.referral(cast.manager, done.taken[0], NOON)
    assert (card.name, card.born, card.language, card.interpreter) == ("Bo Ek", "1950-03-12", "sv", True)
    assert (card.source, card.needs, card.urgency, card.agreed) == (
        "general_practice",
        ("food", "other"),
        Urgency.URGENT,
        True,
    )
    assert (card.received_on, card.outside) == (dt.date(2026, 3, 2), ("https://old.example", "R-1"))
    assert (card.care.safety, card.care.reach_when) == ("A dog", "Mornings")


def test_the_same_row_is_taken_once(cast):
    bare = {"Name": "Ida", "Phone": "0555 3"}
    assert (len(taken(cast, WHOLE).taken), len(taken(cast, bare, bare).taken)) == (1, 1)
    assert taken(cast, WHOLE | {"Reason": "Other words"}).known == 1
    assert taken(cast, bare).known == 1
    assert len(reads.referrals_waiting(cast.manager, NOON)) == 2


@pytest.mark.parametrize(
    ("changes", "column", "reason"),
    [
        ({"First name": ""}, "First name", "there is no name"),
        ({"E-mail": "bo"}, "E-mail", "is no e-mail address"),
        ({"Date of birth": "1850"}, "born_year", "Enter a year"),
        ({"Date of birth": "x"}, "Date of birth", "is not a day"),
        ({"Language": "Klingon"}, "Language", "is in no list"),
        ({"Priority": "purple"}, "Priority", "is no urgency"),
        ({"Consent": "perhaps"}, "Consent", "neither yes nor no"),
        ({"Received": "2026-04-02"}, "Received", "lies in the future"),
        ({"Phone": "", "E-mail": ""}, "Phone", "no way to reach them"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(cast, changes, column, reason):
    done = taken(cast, WHOLE | changes)
    [one] = done.refused
    assert (one.row, one.faults[0][0]) == (2, column)
    assert reason in one.faults[0][1]
    header, rows = done.refused_table()
    assert header[-3:] == ["row", "what is wrong", "what to do"]
    assert len(rows[0]) == len(header)


def test_columns_are_told_or_asked_for(cast):
    odd = {"Patient": "Bo", "Tel": "0555 1"}
    assert len(taken(cast, odd, told={"Patient": "given_name", "Tel": "phone"}).taken) == 1
    for told, said in (
        ({}, "no column was recognised for given_name"),
        ({"Nobody": "phone"}, "has no column"),
        ({"Patient": "gold"}, "is no field"),
    ):
        with pytest.raises(Refused, match=said):
            taken(cast, odd, told=told)
    with pytest.raises(Refused, match="two columns for “phone”"):
        HEADINGS.columns(["Name", "Phone", "Mobile"], {}, "x.csv")


def test_only_who_may_refer_brings_a_file(cast):
    with pytest.raises(NotAllowed):
        take_in(sheet(WHOLE), by=cast.evaluator, at=NOON)


def test_the_programmes_own_words_are_known_and_the_shipped_ones_still(cast):
    by = cast.manager
    instruments.say_term(list_id="needs", code="food", label="Eating well", by=by, at=NOON)
    own = instruments.add_term(list_id="needs", label="Warm meals", by=by, at=NOON)
    source = instruments.add_term(list_id="referral_sources", label="The street team", by=by, at=NOON)
    done = taken(cast, WHOLE | {"Needs": "warm meals, eating well; Food", "Source": "The street team"})
    card = reads.referral(by, done.taken[0], NOON)
    assert (card.needs, card.source) == ((own, "food"), source)
