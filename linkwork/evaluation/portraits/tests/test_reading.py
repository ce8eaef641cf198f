"""How hard a text is to read: against counts made by hand, and one formula a language only."""

import pytest

from linkwork.evaluation.portraits.rules.reading import Ease, Formula, reading, syllables

pytestmark = pytest.mark.rules


@pytest.mark.parametrize(
    ("word", "many"),
    [
        ("cat", 1), ("table", 2), ("made", 1), ("needed", 2), ("walked", 1), ("community", 4), ("support", 2),
        ("beautiful", 3), ("people", 2), ("the", 1), ("being", 2), ("interview", 3), ("houses", 2), ("radio", 3),
        ("evaluation", 5), ("y", 1),
    ],
)  # fmt: skip
def test_english_syllables(word: str, many: int) -> None:
    assert syllables(word, "en") == many


@pytest.mark.parametrize(
    ("word", "many"),
    [
        ("chat", 1), ("table", 1), ("mères", 1), ("quartier", 2), ("intervenant", 4), ("maison", 2), ("école", 2),
        ("communauté", 4), ("parlent", 1), ("le", 1), ("création", 3),
    ],
)  # fmt: skip
def test_french_syllables_as_spoken(word: str, many: int) -> None:
    assert syllables(word, "fr") == many


def test_flesch_by_hand() -> None:
    """Nine words in two sentences, ten syllables: 206.835 - 1.015 * 4.5 - 84.6 * 10 / 9."""
    found = reading("The cat sat on the mat. It was happy.", "en")
    assert (found.formula, found.sentences, found.longest) == (Formula.FLESCH, 2, 6)
    assert found.score == round(206.835 - 1.015 * 4.5 - 84.6 * 10 / 9, 1)
    assert found.ease is Ease.EASY


def test_kandel_and_moles_by_hand() -> None:
    """Five words in one sentence, six syllables: 207 - 1.015 * 5 - 73.6 * 6 / 5."""
    found = reading("Le chat dort ma maison.", "fr")
    assert found.formula is Formula.KANDEL_MOLES
    assert found.score == round(207 - 1.015 * 5 - 73.6 * 6 / 5, 1)


def test_lix_by_hand() -> None:
    """Six words in two sentences, two of them longer than six letters: 3 + 100 * 2 / 6."""
    found = reading("Kommunen betalar. Mammor kommer hit ofta.", "sv")
    assert found.formula is Formula.LIX
    assert found.score == round(3 + 100 * 2 / 6, 1)
    assert found.ease is Ease.EASY


@pytest.mark.parametrize(
    ("text", "language", "ease"),
    [
        ("Organisational implementation necessitates multidisciplinary collaboration.", "en", Ease.HARD),
        ("Kommunikationsavdelningen samordnar implementeringsarbetet.", "sv", Ease.HARD),
        ("We have a table in a room of many people who are happy to see us.", "en", Ease.EASY),
        ("The link workers have a very busy week in winter and in spring.", "en", Ease.EASY),
        ("Our two workers helped nine families with difficult letters and money.", "en", Ease.MIDDLING),
    ],
)
def test_what_a_score_means(text: str, language: str, ease: Ease) -> None:
    assert reading(text, language).ease is ease


@pytest.mark.parametrize("language", ["ar", "zh-hans", "so"])
def test_no_score_where_there_is_no_formula(language: str) -> None:
    found = reading("جاءت الأمهات كل يوم ثلاثاء. 她们每周二都来。", language)
    assert (found.formula, found.score, found.ease, found.hard_words) == (None, None, None, ())
    assert found.longest > 0


def test_chinese_sentences_are_measured_in_characters() -> None:
    found = reading("她们每周二都来。" + "很" * 41 + "。", "zh-hans")
    assert found.by_characters
    assert (found.sentences, found.longest) == (2, 41)
    assert [one[0] for one in found.long_sentences] == ["很"]


def test_what_to_make_easier_is_pointed_out() -> None:
    long = "They came " + "and they came " * 7 + "again."
    found = reading(f"{long} Community was community. Fine.", "en")
    assert found.long_sentences == (long,)
    assert found.hard_words == ("Community",)
    assert reading("Frukostgruppen kom.", "sv").hard_words == ("Frukostgruppen",)


def test_nothing_to_read_has_no_score() -> None:
    found = reading(" … \n", "en")
    assert (found.score, found.sentences, found.mean) == (None, 0, 0.0)
