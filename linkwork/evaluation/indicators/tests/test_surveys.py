"""Survey scores against a slow twin written another way, small groups, and the read over a real extract."""

import datetime as dt
import random
from decimal import Decimal
from fractions import Fraction
from statistics import mean
from uuid import UUID

import pytest

from linkwork.core.errors import NotAllowed, NotFound, Refused
from linkwork.evaluation.indicators import reads
from linkwork.evaluation.indicators.rules.survey_scores import Answer, groups_of, hidden, score, turned
from linkwork.evaluation.indicators.tests.twin import half_up
from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.surveys import SurveyAnswer
from linkwork.instruments.surveys import survey
from linkwork.testing.cast import NOON, Cast

NOMAD = survey("nomad")
COHERENCE = NOMAD.constructs[0]
DAY = dt.date(2026, 2, 3)


def answers(seed: int) -> list[Answer]:
    chance = random.Random(seed)
    return [
        Answer(
            f"r{person}",
            ["worker", "manager", ""][person % 3],
            item.id,
            value := chance.choice([None, *range(item.low, item.high + 1)]),
            chance.choice([None, "role", "stage", "intervention"]) if value is None else None,
        )
        for person in range(12)
        for item in NOMAD.items
    ]


@pytest.mark.parametrize("seed", range(5))
def test_a_score_equals_its_slow_twin(seed: int) -> None:
    given = answers(seed)
    for construct in NOMAD.constructs:
        found = score(construct, given)
        table: dict[str, dict[str, int]] = {}
        for item in construct.items:
            for one in given:
                if one.item == item.id and one.value is not None:
                    flipped = 6 - one.value if item.id == "N10" else one.value
                    table.setdefault(one.respondent, {})[item.id] = flipped
        means = [Fraction(sum(row.values()), len(row)) for row in table.values()]
        assert found.respondents == len(table)
        assert found.mean is not None
        assert found.mean.mean == half_up(mean(means), 2)
        assert found.answered == sum(len(row) for row in table.values())
        blank = [
            one for one in given if one.item in {item.id for item in construct.items} and one.value is None
        ]
        assert found.empty == sum(1 for one in blank if one.not_relevant is None)
        assert found.empty + sum(often or 0 for often in found.not_relevant.values()) == len(blank)


def test_only_the_item_that_speaks_against_its_construct_is_turned() -> None:
    assert [item.id for item in NOMAD.items if item.reverse] == ["N10"]
    flipped = next(item for item in NOMAD.items if item.id == "N10")
    assert [turned(flipped, value) for value in (1, 3, 5)] == [5, 3, 1]
    assert turned(COHERENCE.items[0], 1) == 1


def test_a_survey_has_four_constructs_and_three_items_that_stand_alone() -> None:
    assert [(one.id, len(one.items)) for one in NOMAD.constructs] == [
        ("coherence", 4), ("cognitive_participation", 4), ("collective_action", 7), ("reflexive_monitoring", 5),
        ("G1", 1), ("G2", 1), ("G3", 1),
    ]  # fmt: skip
    assert (NOMAD.items[-1].low, NOMAD.items[-1].high) == (0, 10)
    with pytest.raises(NotFound, match='no survey "horoscope"'):
        survey("horoscope")


def test_small_groups_are_hidden_and_what_gives_them_away() -> None:
    assert hidden({"a": 9, "b": 3, "c": 7}) == {"b", "c"}
    assert hidden({"a": 3}) == frozenset()
    assert list(groups_of(answers(1))) == ["manager", "worker", ""]


def taken(cast: Cast, people: dict[str, int], day: dt.date = DAY) -> UUID:
    """So many respondents of each group, who all agree with all of coherence, and find the rest not relevant."""
    given = [
        SurveyAnswer(
            f"{group}-{n}", "nomad", "2018", item.id, 4 if item in COHERENCE.items else None,
            None if item in COHERENCE.items else "stage", group or None, day,
        )
        for group, many in people.items()
        for n in range(many)
        for item in NOMAD.items
    ]  # fmt: skip
    return gate.take_survey(answers=given, by=cast.evaluator, at=NOON)


def test_scores_by_construct_and_group(cast: Cast) -> None:
    made = taken(cast, {"worker": 6, "manager": 2, "": 5})
    card = extracts.extract(cast.evaluator, made)
    assert (card.origin, card.rows["survey_answers"]) == ("survey", 13 * 23)
    assert card.name == "Survey, 2026-03-12"
    assert reads.figures(cast.evaluator, made) == []
    [found] = reads.survey_scores(cast.evaluator, made)
    assert (found.survey.id, found.respondents, found.small) == ("nomad", 13, False)
    coherence, participation, *_rest = found.constructs
    assert coherence.sentence == (
        "Coherence: 4.00 on a scale from 1 to 5; respondents: 13. 95 % interval from 4.00 to 4.00"
    )
    assert [(group.label, group.score is None) for group in coherence.groups] == [
        ("manager", True), ("worker", False), ("Not stated", True),
    ]  # fmt: skip
    assert participation.sentence == "Nobody answered what belongs to “Cognitive participation”."
    assert reads.not_relevant_words(participation.whole) == "not relevant at this stage: 52"
    assert reads.not_relevant_words(coherence.whole) == ""


def test_a_single_respondent_has_no_interval_and_is_small(cast: Cast) -> None:
    [found] = reads.survey_scores(cast.evaluator, taken(cast, {"worker": 1}))
    assert found.small
    assert found.constructs[0].sentence == "Coherence: 4.00 on a scale from 1 to 5; respondents: 1."
    whole = found.constructs[0].whole
    assert whole is not None
    assert whole.mean is not None
    assert whole.mean.mean == Decimal("4.00")


def test_answers_of_some_days(cast: Cast) -> None:
    made = taken(cast, {"worker": 6})
    for span, many in (
        (reads.Span(DAY, DAY), 1),
        (reads.Span(DAY + dt.timedelta(days=1)), 0),
        (reads.Span(until=DAY - dt.timedelta(days=1)), 0),
    ):
        assert len(reads.survey_scores(cast.evaluator, made, span)) == many


def test_who_may_ask_and_what_is_no_longer_so(cast: Cast, django_capture_on_commit_callbacks) -> None:
    made = taken(cast, {"worker": 6})
    with pytest.raises(NotAllowed):
        reads.survey_scores(cast.worker, made)
    with pytest.raises(NotAllowed):
        gate.take_survey(answers=[], by=cast.worker, at=NOON)
    assert reads.survey_scores(cast.evaluator, gate.take_log(contacts=[], by=cast.evaluator, at=NOON)) == []
    path = extracts.table_path(cast.evaluator, made, "survey_answers")
    path.chmod(0o644)
    path.write_bytes(b"something else")
    with pytest.raises(Refused, match="not what it was"):
        reads.survey_scores(cast.evaluator, made)
    with django_capture_on_commit_callbacks(execute=True):
        gate.remove(extract_id=made, why="Spoilt", by=cast.manager, at=NOON)
    with pytest.raises(NotFound, match="removed: Spoilt"):
        reads.survey_scores(cast.evaluator, made)
