"""Are speakers recognised in transcripts of any script, and can a person put them right?"""

import pytest

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.rules.turns import asks, turns_of
from linkwork.evaluation.studies.tests.scene import add, open_study
from linkwork.testing.cast import NOON, Cast

TALK = "Interviewer: How are you?\nAmal: Fine. And you?\nand more\n\nInterviewer: ok\nAmal: bye"


@pytest.mark.rules
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A: How?\nAmal: Fine.\nand more\n\nA: ok", [("A", "How?"), ("Amal", "Fine.\nand more"), ("A", "ok")]),
        ("[0:00:01] أمل: مرحبا بكم\n[0:00:05] الباحثة: شكرا", [("أمل", "مرحبا بكم"), ("الباحثة", "شكرا")]),
        ("访谈者：你好吗？\n李华：很好。", [("访谈者", "你好吗？"), ("李华", "很好。")]),
        ("[0:00:01] Hello\n[0:00:03] again", [("", "Hello"), ("", "again")]),
        ("**Bo Lind:** hi\n**I:** ok", [("Bo Lind", "hi"), ("I", "ok")]),
        ("Note: this\nsome text\nmore", []),
        ("10:30 we met\nand so on", []),
        ("See http://a.b\nhttp://c.d", []),
        ("", []),
    ],
)  # fmt: skip
def test_turns_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.speaker, text[one.said_from : one.end]) for one in turns_of(text)] == found


@pytest.mark.rules
def test_times_run_to_the_next_turn() -> None:
    times = [(one.begins_ms, one.ends_ms) for one in turns_of("[0:00:01] A: x\n[1:00:04.5] B: y\nA: z\nB: q")]
    assert times == [(1000, 3_604_500), (3_604_500, None), (None, None), (None, None)]


@pytest.mark.rules
@pytest.mark.parametrize("name", ["Interviewer", "الباحثة", "访谈者", "Enquêtrice", "intervjuare"])
def test_who_asks_is_known_in_several_languages(name: str) -> None:
    assert asks(name)
    assert not asks("Amal")


def test_speakers_are_put_right_by_hand(cast: Cast) -> None:
    by = cast.evaluator
    source_id = add(by, open_study(by), text=TALK)

    def speakers() -> list[tuple[str, bool]]:
        return [(one.speaker, one.asks) for one in reads.turns(by, source_id)]

    assert speakers() == [("Interviewer", True), ("Amal", False)] * 2
    assert actions.rename_speaker(source_id=source_id, speaker="Amal", name=" P 1 ", by=by, at=NOON) == 2
    actions.mark_interviewer(source_id=source_id, speaker="P 1", asks=True, by=by, at=NOON)
    assert speakers()[1] == ("P 1", True)
    actions.mark_interviewer(source_id=source_id, speaker="P 1", asks=False, by=by, at=NOON)
    first, second, *_rest = reads.turns(by, source_id)
    actions.split_turn(turn_id=second.id, words="And you?", speaker="Interviewer", by=by, at=NOON)
    assert speakers()[:3] == [("Interviewer", True), ("P 1", False), ("Interviewer", True)]
    made = reads.turns(by, source_id)[2]
    assert TALK[made.said_from : made.end].startswith("And you?")
    actions.merge_turn(turn_id=made.id, by=by, at=NOON)
    assert len(speakers()) == 4
    actions.rename_speaker(source_id=source_id, speaker="P 1", name="Interviewer", by=by, at=NOON)
    assert set(speakers()) == {("Interviewer", True)}
    assert actions.find_turns(source_id=source_id, by=by, at=NOON) == 4
    assert speakers()[1] == ("Amal", False)
    for attempt, said in (
        (lambda: actions.merge_turn(turn_id=reads.turns(by, source_id)[0].id, by=by, at=NOON), "no turn before"),
        (lambda: actions.rename_speaker(source_id=source_id, speaker="Amal", name=" ", by=by, at=NOON), "name"),
        (
            lambda: actions.split_turn(
                turn_id=reads.turns(by, source_id)[1].id, words="Fine", speaker="x", by=by, at=NOON
            ),
            "first words",
        ),
    ):  # fmt: skip
        with pytest.raises(Invalid, match=said):
            attempt()
    for attempt in (
        lambda: actions.merge_turn(turn_id=first.id, by=by, at=NOON),
        lambda: actions.mark_interviewer(source_id=source_id, speaker="X", asks=True, by=by, at=NOON),
    ):
        with pytest.raises(NotFound):
            attempt()
    with pytest.raises(NotAllowed):
        reads.turns(cast.manager, source_id)


def test_an_edit_takes_the_turns_along(cast: Cast) -> None:
    by = cast.evaluator
    source_id = add(by, open_study(by), text=TALK)
    new = TALK.replace("How are you?", "How are you today?").replace("Interviewer: ok\n", "")
    actions.replace_text(source_id=source_id, text=new, by=by, at=NOON)
    assert [(one.speaker, new[one.said_from : one.end]) for one in reads.turns(by, source_id)] == [
        ("Interviewer", "How are you today?"),
        ("Amal", "Fine. And you?\nand more"),
        ("Amal", "bye"),
    ]
    (old,) = reads.earlier_texts(by, source_id)
    assert (old.version, old.text) == (1, TALK)
