"""Are constructs rated apart, compared, settled, flagged and told apart, with missing and mixed kept apart?"""

import datetime as dt
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import Rating, RatingRuling
from linkwork.evaluation.coding.rules.agreement import Coefficient
from linkwork.evaluation.coding.rules.scores import (
    CaseKind,
    Flag,
    Mark,
    Score,
    Settings,
    Verdict,
    fits,
    flags,
    verdict,
)
from linkwork.evaluation.coding.tests.scene import RELATIONS, SPACE, Scene, build, code, second_coder
from linkwork.testing.cast import NOON, Cast

LATER = NOON + dt.timedelta(hours=1)


def score(value: int | None, mark: Mark = Mark.RATED, sources: int = 2, evidence: int = 2) -> Score:
    return Score(Mark.MISSING if value is None else mark, value, sources, evidence)


def scores(*values: int | None) -> list[Score | None]:
    return [score(value) for value in values]


@pytest.mark.parametrize(
    ("mark", "value", "right"),
    [
        (Mark.RATED, 2, True),
        (Mark.RATED, 0, True),
        (Mark.RATED, 3, False),
        (Mark.RATED, None, False),
        (Mark.MIXED, 0, True),
        (Mark.MIXED, 1, False),
        (Mark.MISSING, None, True),
        (Mark.MISSING, 0, False),
    ],
)
def test_mark_and_value_belong_together(mark: Mark, value: int | None, right: bool) -> None:
    assert fits(mark, value) is right


def test_what_asks_for_a_second_look() -> None:
    assert flags([score(2), score(0)], None) == [Flag.APART]
    assert flags([score(1), score(0)], None) == []
    assert flags([score(2), score(None)], None) == []
    assert flags([score(1), score(-1)], score(1)) == []  # settled since
    assert flags([score(1, evidence=0, sources=0)], None) == [Flag.NO_EVIDENCE]
    assert flags([score(-2, sources=1)], None) == [Flag.FEW_SOURCES]
    assert flags([score(-2, sources=1)], None, Settings(few=1)) == []
    assert flags([score(1), score(0)], None, Settings(apart=1)) == [Flag.APART]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((2, 2, 0, -1), Verdict.STRONG),
        ((2, 1, 0, -1), Verdict.STRONG),
        ((-1, -1, 1, 2), Verdict.STRONG),  # the other way round tells them apart as well
        ((2, 1, 1, 0), Verdict.WEAK),
        ((2, 0, 0, -2), Verdict.WEAK),  # far apart in the mean, but an upper case is no better than a lower
        ((1, 1, 1, 1), Verdict.MIXED),
        ((1, 0, 1, 0), Verdict.MIXED),
        ((None, None, 1, 1), Verdict.INSUFFICIENT),
        ((2, None, -1, None), Verdict.STRONG),  # half of each side is enough, as set
    ],
)
def test_constructs_that_tell_cases_apart(values: tuple[int | None, ...], expected: Verdict) -> None:
    assert verdict(scores(*values), 2) is expected


def test_more_can_be_asked_for() -> None:
    assert verdict(scores(2, None, -1, None), 2, Settings(enough=0.6)) is Verdict.INSUFFICIENT
    assert verdict(scores(2, 1, 1, 0), 2, Settings(weak_gap=1.5)) is Verdict.MIXED
    for upper in (0, 4):
        with pytest.raises(ValueError, match="both sides"):
            verdict(scores(1, 1, 1, 1), upper)


@given(st.lists(st.none() | st.integers(-2, 2), min_size=2, max_size=8), st.data())
def test_turning_the_scale_round_changes_no_verdict(values: list[int | None], data: st.DataObject) -> None:
    upper = data.draw(st.integers(1, len(values) - 1))
    turned = [None if one is None else -one for one in values]
    assert verdict(scores(*values), upper) is verdict(scores(*turned), upper)
    assert verdict(scores(*values[::-1]), len(values) - upper) is verdict(scores(*values), upper)


def opened(cast: Cast) -> tuple[Scene, UUID, Viewer, Viewer]:
    scene, second = build(cast), second_coder(cast)
    sheet_id = actions.open_sheet(
        study_id=scene.study_id,
        title=" Sites ",
        kind=CaseKind.SITE,
        cases=["North", "South", " ", "North"],
        constructs=[RELATIONS, SPACE],
        rater_ids=[cast.evaluator.worker_id, second.worker_id],
        by=cast.evaluator,
        at=NOON,
    )
    return scene, sheet_id, cast.evaluator, second


def rate(
    by: Viewer, sheet_id: UUID, case: str, value: int | None, mark: Mark = Mark.RATED, **more: object
) -> None:
    found = reads.sheet(by, sheet_id)
    whole: dict[str, object] = {
        "sheet_id": sheet_id,
        "case_id": next(one.id for one in found.cases if one.name == case),
        "construct": RELATIONS,
        "mark": Mark.MISSING if value is None else mark,
        "value": value,
        "by": by,
        "at": NOON,
    }
    actions.rate(**whole | more)  # type: ignore[arg-type]


def test_raters_are_apart_until_they_compare(cast: Cast) -> None:
    scene, sheet_id, first, second = opened(cast)
    coding_id = code(first, scene.quotable, "nurses", RELATIONS)
    rate(first, sheet_id, "North", 1)
    rate(first, sheet_id, "North", 2, reason=" Often said. ", evidence=[coding_id, coding_id])
    rate(second, sheet_id, "North", 0, Mark.MIXED)
    found = reads.sheet(second, sheet_id)
    (cell,) = found.ratings
    assert [(one.rater, one.score.mark) for one in found.ratings[cell]] == [("Ida Moe", Mark.MIXED)]
    with pytest.raises(NotAllowed, match="Only who opened"):
        actions.compare_ratings(sheet_id=sheet_id, by=second, at=LATER)
    actions.compare_ratings(sheet_id=sheet_id, by=first, at=LATER)
    found = reads.sheet(second, sheet_id)
    mine, theirs = found.ratings[cell]
    assert (mine.rater, mine.reason, mine.evidence, mine.score) == (
        "Elif Kaya", "Often said.", (coding_id,), Score(Mark.RATED, 2, 1, 1),
    )  # fmt: skip
    assert theirs.score == Score(Mark.MIXED, 0, 0, 0)
    assert found.flagged[cell] == (Flag.APART, Flag.NO_EVIDENCE, Flag.FEW_SOURCES)
    assert found.settled(cell) is None
    assert {one.coefficient for one in found.agreed} >= {
        Coefficient.ALPHA_ORDINAL,
        Coefficient.ALPHA_INTERVAL,
    }
    for step in (
        lambda: rate(first, sheet_id, "North", 1),
        lambda: actions.compare_ratings(sheet_id=sheet_id, by=first, at=LATER),
    ):
        with pytest.raises(IllegalStep, match="compared already"):
            step()


def test_the_consensus_flags_and_verdicts_are_the_analysts(cast: Cast) -> None:
    _scene, sheet_id, first, second = opened(cast)
    for by in (first, second):
        rate(by, sheet_id, "South", -1)
    rate(first, sheet_id, "North", 2)
    rate(second, sheet_id, "North", None)
    actions.compare_ratings(sheet_id=sheet_id, by=first, at=LATER)
    found = reads.sheet(first, sheet_id)
    north, south = found.cases
    assert found.suggested == {}
    assert (found.settled((south.id, *RELATIONS)) or found).score.value == -1  # type: ignore[union-attr]
    assert found.settled((north.id, *RELATIONS)) is None
    actions.settle_rating(
        sheet_id=sheet_id,
        case_id=north.id,
        construct=RELATIONS,
        mark=Mark.RATED,
        value=2,
        by=second,
        at=LATER,
    )
    actions.order_cases(
        sheet_id=sheet_id,
        outcomes={south.id: Decimal("0.2"), north.id: Decimal("0.9")},
        upper=1,
        by=first,
        at=LATER,
    )
    found = reads.sheet(first, sheet_id)
    assert [one.name for one in found.cases] == ["North", "South"]
    assert found.suggested == {RELATIONS: Verdict.STRONG, SPACE: Verdict.INSUFFICIENT}
    actions.give_verdict(
        sheet_id=sheet_id,
        construct=RELATIONS,
        verdict=Verdict.WEAK,
        note=" Two sites only ",
        by=first,
        at=LATER,
    )
    cell = (north.id, *RELATIONS)
    for upheld in (True, False):
        actions.rule_on_flag(
            sheet_id=sheet_id, case_id=north.id, construct=RELATIONS, flag=Flag.NO_EVIDENCE, upheld=upheld,
            by=second, at=LATER,
        )  # fmt: skip
    found = reads.sheet(first, sheet_id)
    assert (found.ruled_verdicts[RELATIONS].verdict, found.ruled_verdicts[RELATIONS].note) == (
        Verdict.WEAK, "Two sites only",
    )  # fmt: skip
    assert (found.ruled_flags[cell, Flag.NO_EVIDENCE].upheld, found.ruled_flags[cell, Flag.NO_EVIDENCE].by) == (
        False, "Ida Moe",
    )  # fmt: skip
    assert Rating.objects.filter(rater__isnull=False).count() == 4


def test_what_does_not_fit_is_refused(cast: Cast) -> None:
    scene, sheet_id, first, _second = opened(cast)
    given_: dict[str, object] = {
        "study_id": scene.study_id, "kind": CaseKind.SITE, "cases": ["A"], "constructs": [RELATIONS],
        "rater_ids": [first.worker_id], "by": first, "at": NOON, "title": "B",
    }  # fmt: skip
    for change, field in (
        ({"title": " "}, "title"), ({"title": "Sites"}, "title"), ({"cases": [" "]}, "cases"),
        ({"cases": ["A" * 121]}, "cases"),
        ({"constructs": []}, "constructs"), ({"rater_ids": []}, "raters"), ({"rater_ids": [new_id()]}, "raters"),
    ):  # fmt: skip
        with pytest.raises(Invalid) as refused:
            actions.open_sheet(**given_ | change)  # type: ignore[arg-type]
        assert list(refused.value.errors) == [field]
    for value, more, field in (
        (3, {}, "value"), (1, {"reason": "x" * 5001}, "reason"), (1, {"evidence": [new_id()]}, "evidence"),
    ):  # fmt: skip
        with pytest.raises(Invalid) as refused:
            rate(first, sheet_id, "North", value, **more)
        assert list(refused.value.errors) == [field]
    changes: tuple[dict[str, object], ...] = ({"case_id": new_id()}, {"construct": ("npt", "coherence")})
    for wrong in changes:
        with pytest.raises(NotFound):
            rate(first, sheet_id, "North", 1, **wrong)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        actions.order_cases(sheet_id=sheet_id, outcomes={new_id(): None}, upper=1, by=first, at=NOON)
    with pytest.raises(Invalid):
        actions.order_cases(sheet_id=sheet_id, outcomes={}, upper=2, by=first, at=NOON)
    with pytest.raises(IllegalStep, match="not compared"):
        actions.give_verdict(sheet_id=sheet_id, construct=RELATIONS, verdict=Verdict.WEAK, by=first, at=NOON)
    with pytest.raises(NotFound, match="no such sheet"):
        reads.sheet(first, new_id())


def test_only_its_raters_rate_and_only_evaluators_read(cast: Cast) -> None:
    scene, second = build(cast), second_coder(cast)
    sheet_id = actions.open_sheet(
        study_id=scene.study_id, title="One", kind=CaseKind.PROGRAMME, cases=["Here"], constructs=[RELATIONS],
        rater_ids=[cast.evaluator.worker_id], by=cast.evaluator, at=NOON,
    )  # fmt: skip
    with pytest.raises(IllegalStep, match="do not rate"):
        rate(second, sheet_id, "Here", 1)
    assert [one.title for one in reads.sheets(second, scene.study_id)] == ["One"]
    for attempt in (
        lambda: reads.sheets(cast.manager, scene.study_id),
        lambda: reads.sheet(cast.manager, sheet_id),
        lambda: actions.compare_ratings(sheet_id=sheet_id, by=cast.manager, at=NOON),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_the_database_keeps_the_truth(cast: Cast) -> None:
    _scene, sheet_id, first, _second = opened(cast)
    rate(first, sheet_id, "North", 1)
    row = Rating.objects.get()
    for fault in ({"value": 3}, {"value": None}, {"mark": "mixed"}, {"mark": "missing"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Rating.objects.filter(id=row.id).update(**fault)
    given_: dict[str, object] = {
        "programme_id": row.programme_id, "sheet_id": sheet_id, "frame": "npt", "construct": "coherence",
        "created_at": NOON,
    }  # fmt: skip
    rulings: tuple[dict[str, object], ...] = (
        {},
        {"flag": "apart"},
        {"case_id": row.case_id, "verdict": "weak"},
    )
    for ruling in rulings:
        with pytest.raises(IntegrityError), transaction.atomic():
            RatingRuling.objects.create(**given_ | ruling)


def test_questions_stay_few(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    _scene, sheet_id, first, _second = opened(cast)
    rate(first, sheet_id, "North", 1)
    with django_assert_max_num_queries(6):
        reads.sheet(first, sheet_id)
