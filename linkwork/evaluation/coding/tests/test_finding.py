"""Are words found where they stand, in any script, and do suggestions say why?"""

import pytest

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import system
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules.agreed import Unit
from linkwork.evaluation.coding.rules.finding import BadPattern, How, finder, plain, widened
from linkwork.evaluation.coding.rules.suggest import suggestions
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, TEXT, build, code
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.rules import Group
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import Cast


def found(text: str, words: str, how: How = How.WORDS, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in finder(words, how, language)(text)]


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Trust, and distrust; TRUSTED.", "trust", ["Trust", "TRUST"]),
        ("the  nurse\tcame", "nurse came", ["nurse\tcame"]),
        ("L’équipe Équipée", "equipe", ["équipe", "Équipé"]),
        ("a.b a+b", "a+b", ["a+b"]),
        ("نحن في المَدرسة هنا", "المدرسة", ["المَدرسة"]),
        ("我们的社区中心", "社区", ["社区"]),
        ("İstanbul 🙂 nurse", "nurse", ["nurse"]),
        ("anything", "  ", []),
        ("x" * 300, "x" * 201, []),
        ("he said (aside)", "(aside", ["(aside"]),
    ],
)
def test_words_as_they_are(text: str, words: str, hits: list[str]) -> None:
    assert found(text, words) == hits
    assert len(plain(text)) == len(text)


def test_words_by_their_stems() -> None:
    text = "They refer people. Referring takes time; the referred person waits. Refuse."
    assert found(text, "refers", How.STEMS) == ["refer", "Referring", "referred"]
    assert found(text, "referred people", How.STEMS) == ["refer people"]
    assert found("la la la", "la la", How.STEMS, "fr") == ["la la"]
    assert found(text, "refers", How.STEMS, "cy") == []
    assert found(text, "?!", How.STEMS) == []


def test_a_pattern_takes_time_in_proportion_to_the_text() -> None:
    assert found("cat Cut 🙂 cot", "c[au]t", How.PATTERN) == ["cat", "Cut"]
    assert found("aaa", "x*", How.PATTERN) == []
    assert found("a" * 5000 + "!", "(a+)+$", How.PATTERN) == []
    with pytest.raises(BadPattern):
        finder("(", How.PATTERN)


def test_hits_are_widened_to_what_will_be_coded() -> None:
    text = "One came. Two came too.\nThree"
    hits = finder("came", How.WORDS)(text)
    assert widened(text, hits, None) == hits
    assert [text[a:b] for a, b in widened(text, hits, Unit.SENTENCE)] == ["One came.", "Two came too."]
    assert widened("   ", [(0, 1)], Unit.SENTENCE) == []


def test_the_study_is_searched_and_narrowed(cast: Cast) -> None:
    scene = build(cast)
    lines = studies.sources(cast.evaluator, scene.study_id)
    ask = reads.Ask("nurses")
    whole = reads.find(cast.evaluator, lines, ask)
    assert (whole.found, whole.shown) == (2, 2)
    assert [line.title for line, _hits in whole.sources] == ["A worker", "B person"]
    (hit,) = whole.sources[0][1]
    assert (hit.text, hit.before, TEXT[hit.start : hit.end]) == ("nurses", "One of the ", "nurses")
    for narrowed in (reads.Ask("nurses", group=Group.PERSON), reads.Ask("nurses", stage=Stage.INITIATION)):
        found = reads.find(cast.evaluator, lines, narrowed)
        assert [line.title for line, _hits in found.sources] == ["B person"]
    assert reads.find(cast.evaluator, lines, reads.Ask("absent")).found == 0
    with pytest.raises(NotAllowed):
        reads.find(cast.manager, lines, ask)


def test_no_more_hits_are_shown_than_can_be_read(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = build(cast)
    monkeypatch.setattr("linkwork.evaluation.coding.reads.finding.MOST_HITS", 3)
    lines = studies.sources(cast.evaluator, scene.study_id)
    whole = reads.find(cast.evaluator, lines, reads.Ask("me"))
    assert (whole.found, whole.shown) == (5, 3)


def test_a_suggestion_names_the_word_and_how_often() -> None:
    coded = [
        ("Our champion in the practice", ["engaging"]),
        ("A champion spoke up in the practice", ["engaging"]),
        ("The room in the practice", ["space"]),
        ("No room, the practice is full", ["space"]),
    ]
    (one,) = suggestions("She is a Champion of the practice", coded)
    assert (one.code, one.word, one.passages) == ("engaging", "Champion", 2)
    assert suggestions("She is a champion", coded[:1]) == []
    assert suggestions("", coded) == []
    spoken = [("[0:12] Participant: They rang her", ["phone"]), ("Participant: She rang", ["phone"])]
    assert suggestions("Participant: He went home", spoken) == []
    assert [one.word for one in suggestions("Participant: He rang", spoken)] == ["rang"]


def test_suggestions_come_from_the_viewers_own_codings(cast: Cast) -> None:
    scene = build(cast)
    for words in ("One of the nurses", "nurses came"):
        code(cast.evaluator, scene.quotable, words, RELATIONS)
    code(cast.evaluator, scene.closed, "me someone", ENROLMENT)
    place = TEXT.index("nurses")
    (one,) = reads.suggested(cast.evaluator, scene.closed, place, place + 6)
    assert (one.code.construct_id, one.word, one.passages) == (RELATIONS[1], "nurses", 2)
    other = system(cast.programme_id)
    assert reads.suggested(other, scene.closed, place, place + 6) == []
