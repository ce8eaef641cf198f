"""Do new codes stop coming where a slow count says so, and are words counted by who says them?"""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.core.errors import NotAllowed
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.reads import Order, SaturationAsked
from linkwork.evaluation.coding.rules.tables.asked import Across
from linkwork.evaluation.coding.rules.tables.saturation import band, firsts, saturation
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, SPACE, build, code
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import SourceKind
from linkwork.testing.cast import NOON

CODED = st.lists(st.frozensets(st.integers(0, 12), max_size=6), max_size=14)


def slow(sources, base, run, threshold):
    """Each run looked at by itself, from the sets."""
    base_codes = set().union(*sources[:base])
    for n in range(base, len(sources) - run + 1):
        before = set().union(*sources[:n])
        new = set().union(*sources[n : n + run]) - before
        if base_codes and len(new) / len(base_codes) <= threshold + 1e-12:
            return n
    return None


@settings(max_examples=200, deadline=None)
@given(CODED, st.integers(1, 5), st.integers(1, 3), st.sampled_from([0, 0.05, 0.25, 1]))
def test_saturation_is_reached_where_the_slow_twin_says(sources, base, run, threshold):
    found = saturation(sources, base, run, threshold)
    assert found.reached == slow(sources, base, run, threshold)
    assert sum(found.new) == len(set().union(*sources))


def test_a_worked_example():
    """A base of four with 37 codes; the next pair brings 6 (16 %), the one after 4, then 1 (3 %): 6+2 at 5 %."""
    sizes = [19, 10, 6, 2, 4, 2, 1, 0]
    at, sources = 0, []
    for size in sizes:
        sources.append(set(range(at, at + size)) | {0})
        at += size
    assert firsts(sources) == tuple(sizes)
    found = saturation(sources)
    assert (found.base_codes, found.reached) == (37, 6)
    assert [round(run.share, 2) for run in found.runs] == [0.16, 0.08, 0.03]
    assert saturation(sources, threshold=0).reached is None
    with pytest.raises(ValueError, match="base"):
        saturation(sources, base=0)


def test_the_band_is_what_shuffling_by_hand_gives_and_the_same_for_a_seed():
    sources = [frozenset(random.Random(n).sample(range(20), 5)) for n in range(10)]
    one = band(sources, draws=400, seed=3)
    assert one == band(sources, draws=400, seed=3)
    chance = random.Random(5)
    ends, curves = [], []
    for _draw in range(400):
        order = chance.sample(sources, len(sources))
        ends.append(slow(order, 4, 2, 0.05))
        curves.append(len(set().union(*order[:5])))
    assert one.share == pytest.approx(sum(end is not None for end in ends) / 400, abs=0.12)
    assert one.middle[4] == pytest.approx(sorted(curves)[200], abs=1)
    assert one.lower[-1] == one.upper[-1] == len(set().union(*sources))
    assert band(sources[:3], draws=10).reached is None
    assert band([], draws=3).middle == ()


def test_saturation_of_a_study(cast, django_assert_max_num_queries):
    scene = build(cast)
    code(cast.evaluator, scene.closed, "After that", RELATIONS, SPACE)
    code(cast.evaluator, scene.quotable, "the meeting", RELATIONS, ENROLMENT)
    with django_assert_max_num_queries(4):
        found = reads.saturation_of(cast.evaluator, scene.study_id, SaturationAsked(base=1, run=1, draws=20))
    assert found.found.new == (2, 1)
    assert found.left_out == 0
    only = SaturationAsked(order=Order.ADDED, frame="npt", base=1, run=1, draws=0)
    narrowed = reads.saturation_of(cast.evaluator, scene.study_id, only)
    assert (narrowed.titles, narrowed.left_out, narrowed.band) == (("A worker",), 1, None)


def test_words_are_counted_by_who_says_them_and_seen_in_context(cast, django_assert_max_num_queries):
    scene = build(cast)
    with django_assert_max_num_queries(3):
        found = reads.word_counts(cast.evaluator, scene.study_id)
    line = next(one for one in found.lines if one.word == "meeting")
    assert (line.times, line.sources, line.by_column) == (2, 2, {"worker": 1, "person": 1})
    by_source = reads.word_counts(cast.evaluator, scene.study_id, Across.SOURCE, ["came to", "no such"])
    assert [(one.times, list(one.by_column.values())) for one in by_source.lines] == [
        (2, [1, 1]),
        (0, [0, 0]),
    ]
    by_stage = reads.word_counts(
        cast.evaluator, scene.study_id, Across.STAGE, leave_out=["Meeting"], small=True
    )
    assert "meeting" not in {one.word for one in by_stage.lines}
    assert by_stage.columns == ("initiation", "operation")
    first, _second = reads.in_context(cast.evaluator, scene.study_id, "MEETING")
    assert (first.before, first.word) == ("One of the nurses came to the ", "meeting")
    assert first.title == "A worker"
    for ask in (
        lambda: reads.word_counts(cast.manager, scene.study_id),
        lambda: reads.in_context(cast.manager, scene.study_id, "x"),
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_who_speaks_is_no_word_and_what_is_asked_is_counted_if_wanted(cast):
    scene = build(cast)
    studies.add_source(
        study_id=scene.study_id, title="Talk", kind=SourceKind.INTERVIEW, language="en", by=cast.evaluator, at=NOON,
        text="Interviewer: What about trust?\nBerit: Trust takes time.\n"
        "Interviewer: Trust?\nBerit: Yes, trust, Berit said.",
    )  # fmt: skip

    def times(said, **options):
        (line,) = reads.word_counts(cast.evaluator, scene.study_id, Across.SOURCE, [said], **options).lines
        return line.times

    assert (times("Berit"), times("Interviewer"), times("trust")) == (1, 0, 2)
    assert (times("trust", questions=True), times("Interviewer", questions=True)) == (4, 0)
    first, second = reads.in_context(cast.evaluator, scene.study_id, "trust")
    assert (first.word, first.before) == ("Trust", "Interviewer: What about trust? Berit: ")
    assert second.after == ", Berit said."
    assert len(reads.in_context(cast.evaluator, scene.study_id, "trust", questions=True)) == 4
