"""How strongly: is each unit rated as it was coded, by the strongest, and are turns those that somebody marked?"""

from dataclasses import dataclass

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.agreement import Coefficient, Unit
from linkwork.evaluation.coding.rules.spans import marked_turns, spans
from linkwork.evaluation.coding.rules.strengths import VALUES, Weighed, strengths
from linkwork.evaluation.coding.rules.units import Text, lay
from linkwork.evaluation.coding.tests.scene import RELATIONS, SPACE, TEXT, Scene, build, second_coder
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads as texts
from linkwork.evaluation.studies.rules import SourceKind
from linkwork.testing.cast import NOON, Cast

CODERS = ("one", "other")
LENGTH = 12


@dataclass(frozen=True)
class Asked:
    """Marks on two texts, of which the second coder has read the first alone."""

    marks: list[Weighed]


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    marks = []
    for _n in range(draw(st.integers(0, 6))):
        coder = draw(st.sampled_from(CODERS))
        start = draw(st.integers(0, LENGTH - 1))
        end = draw(st.integers(start + 1, LENGTH))
        text = "a" if coder == "other" else draw(st.sampled_from("ab"))
        marks.append(Weighed(text, start, end, draw(st.sampled_from([None, 1, 2, 3])), coder))
    return Asked(marks)


def slowly(marks: list[Weighed]) -> list[list[int]]:
    """Window by window of three characters, coder by coder."""
    rows: list[list[int]] = [[], []]
    for text in "ab":
        for begin in range(0, LENGTH, 3):
            for coder, row in zip(CODERS, rows, strict=True):
                here = [
                    one.strength
                    for one in marks
                    if (one.text, one.coder) == (text, coder) and one.start < begin + 3 and one.end > begin
                ]
                said = [one for one in here if one is not None]
                unread = coder == "other" and text == "b"
                row.append(-1 if unread or (here and not said) else max(said, default=0))
    return rows


@given(asked())
def test_as_the_slow_twin_has_it(found: Asked) -> None:
    texts = [Text("a", "x" * LENGTH, frozenset(CODERS)), Text("b", "x" * LENGTH, frozenset(CODERS[:1]))]
    line = lay(texts, [], ["code"], CODERS)
    made = strengths(line, line.divided(Unit.WINDOW, 3), found.marks, Unit.WINDOW)
    assert made.values == VALUES
    assert np.array_equal(made.codes, slowly(found.marks))


def test_somebody_elses_mark_and_another_text_are_passed_over() -> None:
    line = lay([Text("a", "x" * LENGTH, frozenset(CODERS))], [], ["code"], CODERS)
    marks = [Weighed("a", 0, 2, 3, "third"), Weighed("c", 0, 2, 3, "one")]
    assert not strengths(line, line.divided(Unit.WINDOW, 3), marks, Unit.WINDOW).codes.any()


def coded(by: Viewer, scene: Scene, words: str, strength: int | None) -> None:
    start = TEXT.index(words)
    actions.code_passage(
        source_id=scene.quotable,
        start=start,
        end=start + len(words),
        constructs=[RELATIONS],
        valence=Valence.BARRIER,
        strength=strength,
        by=by,
        at=NOON,
    )


def test_agreement_on_how_strongly_is_offered_where_two_have_said_it(cast: Cast) -> None:
    scene, second = build(cast), second_coder(cast)
    ordered = {Coefficient.ALPHA_ORDINAL, Coefficient.ALPHA_INTERVAL}

    def found(unit: Unit = Unit.SENTENCE) -> dict[Coefficient, float | None]:
        (one,) = reads.agreement(cast.evaluator, scene.study_id, unit=unit).constructs
        return {each.coefficient: each.value for each in one.found}

    coded(cast.evaluator, scene, "nurses", 3)
    coded(second, scene, "nurses", None)
    assert not ordered & set(found())
    coded(second, scene, "meeting", 2)
    coded(second, scene, "people", 1)
    coded(cast.evaluator, scene, "people", 1)
    by_hand = [[3, 1, 0], [2, 1, 0]]
    values = found()
    # interval alpha over three units: observed 1/3 mean square, expected over the six ratings
    numbers = np.array(by_hand).ravel()
    expected = np.mean([(a - b) ** 2 for i, a in enumerate(numbers) for j, b in enumerate(numbers) if i != j])
    assert values[Coefficient.ALPHA_INTERVAL] == 1 - (1 / 3) / expected
    assert ordered <= set(values)
    for unit in (Unit.CHARACTER, Unit.CONTINUUM):
        assert not ordered & set(found(unit))


def test_turns_are_those_that_were_marked(cast: Cast) -> None:
    said = "Amal: I came.\nBo: So did I. Note: not a name.\nAmal: Good.\n"
    assert marked_turns(" ab  cd ", [(1, 3), (2, 4)]) == [(1, 3), (5, 7)]
    scene = build(cast)
    source_id = studies.add_source(
        study_id=scene.study_id,
        title="Talk",
        kind=SourceKind.INTERVIEW,
        text=said,
        language="en",
        by=cast.evaluator,
        at=NOON,
    )
    first, second = cast.evaluator, second_coder(cast)
    for by, words in ((first, "I came"), (second, "So did")):
        start = said.index(words)
        actions.code_passage(
            source_id=source_id, start=start, end=start + 3, constructs=[SPACE], valence=Valence.NEUTRAL,
            by=by, at=NOON,
        )  # fmt: skip

    def turns() -> int:
        (one,) = reads.agreement(first, scene.study_id, sources=[source_id], unit=Unit.TURN).constructs
        return one.of(Coefficient.PERCENT).n_units

    assert turns() == len(spans(said, Unit.TURN)) == 3
    studies.merge_turn(turn_id=texts.turns(first, source_id)[1].id, by=first, at=NOON)
    assert turns() == 2
