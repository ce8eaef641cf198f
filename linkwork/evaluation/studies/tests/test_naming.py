"""Are names found with the reason why, and is nothing replaced unasked?"""

import pytest

from linkwork.evaluation.studies.rules import NameKind
from linkwork.evaluation.studies.rules.naming import Why, asked_for, findings, replacement

pytestmark = pytest.mark.rules
TEXT = (
    "Amal: My name is Amal Haddad, born 12 March 1980. I live in Malmö and saw Dr Lind on 2026-01-02. Call 070-123 45"
    " 67 or a@b.se, 19800312-1234. Then Maria said so, and Maria’s mother. Elm Street practice is good. It is 943 476"
    " 5919. We spoke to [Name 7]."
)


def found(text: str, **options: object) -> list[tuple[str, NameKind, Why]]:
    return [(one.words, one.kind, one.why) for one in findings(text, **options)]  # type: ignore[arg-type]


def test_each_finding_says_why() -> None:
    known = {NameKind.NAME: ["Bo Lind"], NameKind.ORGANISATION: ["Elm Street practice"]}
    assert found(TEXT, known=known, speakers=["Amal"]) == [
        ("Amal", NameKind.NAME, Why.INTRODUCED),
        ("Amal Haddad", NameKind.NAME, Why.INTRODUCED),
        ("12 March 1980", NameKind.DATE, Why.SHAPE),
        ("Malmö", NameKind.PLACE, Why.AFTER_IN),
        ("Lind", NameKind.NAME, Why.KNOWN),
        ("2026-01-02", NameKind.DATE, Why.SHAPE),
        ("070-123 45 67", NameKind.PHONE, Why.SHAPE),
        ("a@b.se", NameKind.EMAIL, Why.SHAPE),
        ("19800312-1234", NameKind.NUMBER, Why.SHAPE),
        ("Maria", NameKind.NAME, Why.CAPITALS),
        ("Maria", NameKind.NAME, Why.CAPITALS),
        ("Elm Street practice", NameKind.ORGANISATION, Why.KNOWN),
        ("943 476 5919", NameKind.NUMBER, Why.SHAPE),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("اسمي فاطمة وأسكن هنا. قال السيد كريم نعم. فاطمة هنا", ["فاطمة", "كريم", "فاطمة"]),
        ("我叫李华，王医生来了。2026年3月5日", ["李华", "王", "2026年3月5日"]),
        ("Je m’appelle Inès. Le 3 mars 2026, Inès est venue.", ["Inès", "3 mars 2026", "Inès"]),
        ("Jag heter Åsa. Åsa kom den 4 maj.", ["Åsa", "Åsa", "4 maj"]),
        ("P1: yes. Interviewer: no. I think so. Monday was fine. I went to the GP.", []),
        ("My name is Monday. We saw Maria Monday and came home.", ["Maria"]),
        ("", []),
    ],
)
def test_names_are_found_in_every_script(text: str, names: list[str]) -> None:
    speakers = ["P1", "Interviewer"]
    assert [one.words for one in findings(text, speakers=speakers)] == names


def test_speakers_and_parts_of_their_names_are_found() -> None:
    assert found("thanks, Haddad said", speakers=["Amal Haddad"]) == [("Haddad", NameKind.NAME, Why.SPEAKER)]
    assert replacement(NameKind.NAME, 3) == "[Name 3]"
    for nobody in ("P10", "Speaker 2", "Participant B", "المشارك", "受访者1", "Répondante"):
        assert Why.SPEAKER not in {why for _words, _kind, why in found(f"{nobody} said", speakers=[nobody])}
    assert Why.SPEAKER in {why for _words, _kind, why in found("said Jo Lind", speakers=["Jo Lind"])}


def test_what_a_reader_names_is_found_beside_what_the_rules_find() -> None:
    text = "Anna met Mr Berg. Then Ann rang Anna, 我叫王芳, 王芳说。"
    by_rule = findings(text)
    named = asked_for(text, ["Anna", " Berg ", "王芳", "x", "Anna"], by_rule)
    taken = [(one.start, one.end) for one in by_rule]
    assert all(one.why is Why.ASKED for one in named)
    assert not [one for one in named for start, end in taken if one.start < end and start < one.end]
    everywhere = asked_for(text, ["Anna", "王芳"])
    assert [one.words for one in everywhere] == ["Anna", "Anna", "王芳", "王芳"]
    assert [one.start for one in asked_for("Ann and Anna", ["Ann"])] == [0]
    assert asked_for("那", ["那"]) == []
