"""Are two codes merged and parted without losing what anybody coded?"""

from itertools import count
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.ids import new_id
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import Merge
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.own import CodeState, frame_id_of
from linkwork.evaluation.coding.tests.books import add, book_of, new_list, pair
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, build, code, second_coder
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design
from linkwork.testing.cast import NOON, Cast

NUMBERS = count()


def merge(cast: Cast, one: UUID, into: UUID) -> UUID:
    return actions.merge_codes(code_id=one, into_id=into, by=cast.evaluator, at=NOON)


def undo(cast: Cast, merge_id: UUID) -> None:
    actions.undo_merge(merge_id=merge_id, by=cast.evaluator, at=NOON)


def carried(cast: Cast, source_id: UUID) -> dict[UUID, set[str]]:
    """What each coding of a source carries."""
    return {one.id: {x.construct_id for x in one.codes} for one in reads.codings(cast.evaluator, source_id)}


def test_passages_of_all_coders_move_and_come_back(cast: Cast) -> None:
    scene, second = build(cast), second_coder(cast)
    mine = new_list(cast, scene.study_id)
    trust, faith = (
        add(cast, mine, "Trust", maps_to=[RELATIONS]),
        add(cast, mine, "Faith", maps_to=[RELATIONS, ENROLMENT]),
    )
    below = add(cast, mine, "Blind faith", parent_id=faith)
    first = code(cast.evaluator, scene.quotable, "nurses", pair(mine, faith), ENROLMENT)
    both = code(second, scene.quotable, "meeting", pair(mine, faith), pair(mine, trust))
    gone = code(cast.evaluator, scene.quotable, "people", pair(mine, faith))
    actions.remove_coding(coding_id=gone, by=cast.evaluator, at=NOON)
    before = carried(cast, scene.quotable)
    done = merge(cast, faith, trust)
    assert carried(cast, scene.quotable) == {first: {trust.hex, ENROLMENT[1]}, both: {trust.hex}}
    book = book_of(cast, scene.study_id)
    assert book.code(*pair(mine, faith)).state is CodeState.MERGED
    assert book.current(*pair(mine, faith)).name == "Trust"
    assert book.code(*pair(mine, below)).parent == trust.hex
    assert book.code(*pair(mine, trust)).maps_to == (RELATIONS, ENROLMENT)
    assert [one.id for one in reads.merges(cast.evaluator, scene.study_id)] == [done]
    with pytest.raises(Invalid, match="in no frame"):
        code(cast.evaluator, scene.quotable, "nurses", pair(mine, faith))
    since = code(cast.evaluator, scene.quotable, "someone", pair(mine, trust))
    undo(cast, done)
    assert carried(cast, scene.quotable) == before | {since: {trust.hex}}
    actions.restore_coding(coding_id=gone, by=cast.evaluator, at=NOON)
    assert carried(cast, scene.quotable)[gone] == {faith.hex}
    book = book_of(cast, scene.study_id)
    assert book.code(*pair(mine, below)).parent == faith.hex
    assert book.code(*pair(mine, trust)).maps_to == (RELATIONS,)
    assert reads.merges(cast.evaluator, scene.study_id) == []
    with pytest.raises(IllegalStep, match="undone already"):
        undo(cast, done)


def test_what_a_coder_changed_since_stays_as_they_left_it(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    trust, faith = add(cast, mine, "Trust"), add(cast, mine, "Faith")
    coding = code(cast.evaluator, scene.quotable, "nurses", pair(mine, faith))
    done = merge(cast, faith, trust)
    actions.change_coding(coding_id=coding, to={"codes": [list(ENROLMENT)]}, by=cast.evaluator, at=NOON)
    undo(cast, done)
    assert carried(cast, scene.quotable) == {coding: {ENROLMENT[1]}}


def test_a_step_undone_after_a_merge_gives_the_code_that_stands_now(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    a, b, c = (add(cast, mine, name) for name in "ABC")
    coding = code(cast.evaluator, scene.quotable, "nurses", pair(mine, a))
    actions.change_coding(coding_id=coding, to={"codes": [list(ENROLMENT)]}, by=cast.evaluator, at=NOON)
    merge(cast, a, b)
    merge(cast, b, c)
    actions.undo(source_id=scene.quotable, by=cast.evaluator, at=NOON)
    assert carried(cast, scene.quotable) == {coding: {c.hex}}


def test_merges_are_undone_the_last_first(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    a, b, c = (add(cast, mine, name) for name in "ABC")
    coding = code(cast.evaluator, scene.quotable, "nurses", pair(mine, a))
    first, second = merge(cast, a, b), merge(cast, b, c)
    assert book_of(cast, scene.study_id).current(*pair(mine, a)).name == "C"
    with pytest.raises(IllegalStep, match="merged into another"):
        undo(cast, first)
    undo(cast, second)
    undo(cast, first)
    assert carried(cast, scene.quotable) == {coding: {a.hex}}


def test_what_cannot_be_merged(cast: Cast) -> None:
    scene = build(cast)
    mine, other = new_list(cast, scene.study_id), new_list(cast, scene.study_id, "Other")
    top = add(cast, mine, "Top")
    below = add(cast, mine, "Below", parent_id=top)
    far = add(cast, other, "Far")
    for one, into, said in (
        (top, top, "another code"),
        (top, below, "hangs under"),
        (top, far, "another list"),
    ):
        with pytest.raises(Invalid, match=said):
            merge(cast, one, into)
    actions.retire_code(code_id=far, by=cast.evaluator, at=NOON)
    with pytest.raises(Invalid, match="retired"):
        merge(cast, below, far)
    actions.bring_back_code(code_id=far, by=cast.evaluator, at=NOON)
    merge(cast, below, far)  # across lists
    assert book_of(cast, scene.study_id).current(*pair(mine, below)).frame_id == frame_id_of(other)
    with pytest.raises(IllegalStep):
        merge(cast, below, top)
    with pytest.raises(NotFound):
        undo(cast, new_id())


def test_a_name_taken_meanwhile_is_said(cast: Cast) -> None:
    mine = new_list(cast, build(cast).study_id)
    trust, faith = add(cast, mine, "Trust"), add(cast, mine, "Faith")
    done = merge(cast, faith, trust)
    add(cast, mine, "faith")
    with pytest.raises(Invalid, match="has this name by now"):
        undo(cast, done)


def test_codes_of_two_studies_are_not_merged(cast: Cast) -> None:
    other = studies.open_study(
        title="Other", design=Design.INTERVIEWS, opened_on=NOON.date(), by=cast.evaluator, at=NOON
    )
    here = add(cast, new_list(cast, build(cast).study_id), "Here")
    there = add(cast, new_list(cast, other), "There")
    with pytest.raises(Invalid, match="one study"):
        merge(cast, here, there)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    codings=st.lists(st.sets(st.integers(0, 3), min_size=1), max_size=6),
    pairs=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=4),
)
@pytest.mark.django_db
def test_merges_keep_every_coding_and_undo_to_the_letter(
    cast: Cast, codings: list[set[int]], pairs: list[tuple[int, int]]
) -> None:
    with transaction.atomic():
        number = next(NUMBERS)
        scene = build(cast)
        mine = new_list(cast, scene.study_id, f"List {number}")
        codes = [add(cast, mine, f"Code {n}") for n in range(4)]
        for n, held in enumerate(codings):
            actions.code_passage(
                source_id=scene.quotable,
                start=n,
                end=n + 5,
                constructs=[pair(mine, codes[one]) for one in held],
                valence=Valence.MIXED,
                by=cast.evaluator,
                at=NOON,
            )
        before, done, stands = carried(cast, scene.quotable), [], {one: one for one in range(4)}
        for one, into in pairs:
            if one != into and stands[one] == one and stands[into] == into:
                done.append(merge(cast, codes[one], codes[into]))
                stands = {x: into if y == one else y for x, y in stands.items()}
                assert carried(cast, scene.quotable) == {
                    coding: {codes[stands[[c.hex for c in codes].index(x)]].hex for x in held}
                    for coding, held in before.items()
                }
        for merge_id in reversed(done):
            undo(cast, merge_id)
        assert carried(cast, scene.quotable) == before
        transaction.set_rollback(True)


@pytest.mark.parametrize("fault", ["itself", "early"])
def test_the_database_keeps_the_truth(cast: Cast, fault: str) -> None:
    mine = new_list(cast, build(cast).study_id)
    trust, faith = add(cast, mine, "Trust"), add(cast, mine, "Faith")
    merge(cast, faith, trust)
    changes: dict[str, dict[str, object]] = {
        "itself": {"code_id": trust},
        "early": {"undone_at": NOON.replace(year=2020)},
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Merge.objects.update(**changes[fault])


def test_the_database_keeps_one_merge_of_a_code_at_a_time(cast: Cast) -> None:
    mine = new_list(cast, build(cast).study_id)
    trust, faith = add(cast, mine, "Trust"), add(cast, mine, "Faith")
    merge(cast, faith, trust)
    row = Merge.objects.get()
    row.id = new_id()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
