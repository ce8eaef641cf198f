"""Evidence, standing and freezing, without a database."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

import pytest

from linkwork.evaluation.portraits.rules.evidence import (
    Evidence,
    FigureCard,
    FigureKey,
    QuoteCard,
    figure_key,
    without_names,
)
from linkwork.evaluation.portraits.rules.freezing import freeze_figure, freeze_quote, thaw_figure, thaw_quote
from linkwork.evaluation.portraits.rules.kinds import ReviewKind
from linkwork.evaluation.portraits.rules.review import Said, Standing, fingerprint, standing

pytestmark = pytest.mark.rules
ONE = UUID(int=1)
COMMENT, SIGN_OFF = ReviewKind.COMMENT, ReviewKind.SIGN_OFF


def figure(**changes: object) -> FigureCard:
    values: dict[str, object] = {
        "extract_id": ONE,
        "extract_name": "March",
        "extract_hash": "abc",
        "taken_at": dt.datetime(2026, 3, 1, tzinfo=dt.UTC),
        "key": FigureKey("contacts"),
        "title": "Contacts",
        "version": "1.0",
        "definition": "Every encounter.",
        "value": Decimal("39.2"),
        "unit": "%",
        "numerator": 507,
        "denominator": 1294,
        "missing": 0,
        "group_label": "",
        "sentence": "507 of 1,294",
        "hidden": False,
    }
    return FigureCard(**(values | changes))  # type: ignore[arg-type]


def quote(**changes: object) -> QuoteCard:
    values: dict[str, object] = {
        "coding_id": ONE,
        "source_id": ONE,
        "source_title": "Interview",
        "source_kind": "interview",
        "source_hash": "abc",
        "language": "en",
        "direction": "ltr",
        "group": "worker",
        "stage": "operation",
        "text": "It went well.",
        "withheld": False,
        "removed": False,
        "codes": ("Coherence", "Enrolment"),
        "valence": "facilitator",
        "coder": "",
    }
    return QuoteCard(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("contacts//", FigureKey("contacts")),
        ("contacts/worker/w1", FigureKey("contacts", "worker", "w1")),
        ("contacts/mode/a/b", FigureKey("contacts", "mode", "a/b")),
        ("contacts/worker/", None),
        ("contacts//w1", None),
        ("contacts", None),
        ("//", None),
    ],
)
def test_a_figure_is_named_by_text(text: str, key: FigureKey | None) -> None:
    assert figure_key(text) == key
    assert key is None or str(key) == text


def test_nothing_linked_is_opinion() -> None:
    assert Evidence().is_opinion
    assert not Evidence(quotes=(quote(),)).is_opinion
    assert not Evidence(figures=(figure(),)).is_opinion


def test_names_are_left_out() -> None:
    names = ["Amal Haddad", "Bo Lind"]
    assert without_names("Amal came, then Haddad. Bo stayed by the lind.", names) == (
        "[…] came, then […]. Bo stayed by the lind.",
        2,
    )
    assert without_names("Amalia came with Bo Lind", names) == ("Amalia came with […]", 1)
    assert without_names("Nobody.", []) == ("Nobody.", 0)


@pytest.mark.parametrize(
    ("shared", "said", "expected"),
    [
        (False, [Said(SIGN_OFF, "now")], Standing.DRAFT),
        (True, [], Standing.WAITING),
        (True, [Said(COMMENT, "now")], Standing.COMMENTED),
        (True, [Said(COMMENT, "old"), Said(SIGN_OFF, "now")], Standing.SIGNED),
        (True, [Said(SIGN_OFF, "now"), Said(COMMENT, "now")], Standing.SIGNED),
        (True, [Said(SIGN_OFF, "old")], Standing.CHANGED),
        (True, [Said(SIGN_OFF, "old"), Said(COMMENT, "now")], Standing.COMMENTED),
    ],
)
def test_standing(shared: bool, said: list[Said], expected: Standing) -> None:
    assert standing(shared, "now", said) is expected


def test_a_fingerprint_knows_content_not_order_of_keys() -> None:
    assert fingerprint({"a": 1, "b": "ö"}) == fingerprint({"b": "ö", "a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})
    assert len(fingerprint([])) == 64


@pytest.mark.parametrize("value", [None, Decimal(3), Decimal("39.20")])
def test_a_figure_thaws_as_it_froze(value: object) -> None:
    card = figure(value=value, key=FigureKey("contacts", "mode", "phone"))
    assert thaw_figure(freeze_figure(card)) == card


def test_a_quotation_thaws_as_it_froze_but_without_the_coder() -> None:
    assert thaw_quote(freeze_quote(quote(coder="Elif Kaya"))) == quote()
    assert "Elif" not in str(freeze_quote(quote(coder="Elif Kaya")))
