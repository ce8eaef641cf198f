"""The demonstration's portraits: whole, resting on what was coded, one of them signed off."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from linkwork.commands.demo import story, study
from linkwork.commands.demo.programmes import PLANS, Plan, open_programme
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.rules.displays.layouts import DisplayKind
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.portraits.rules.review import Standing
from linkwork.evaluation.toolkit import reads as toolkit
from linkwork.evaluation.toolkit.rules.kinds import State
from linkwork.extracts import actions as extracts

NOW = dt.datetime(2026, 3, 12, 12, 0, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.key)
def test_every_programme_has_a_story_that_shows_its_evidence(
    plan: Plan, settings: Any, tmp_path: Path
) -> None:
    settings.EXTRACTS = tmp_path
    scene = open_programme(plan, NOW)
    study.fill(scene)
    scene.made["extract"] = [extracts.take_extract(by=scene.evaluator, at=NOW)]
    story.fill(scene)
    (line,) = reads.portraits(scene.evaluator)
    card = reads.portrait(scene.evaluator, line.id)
    assert "synthetic" in card.title
    assert (len(card.statements), line.opinions, len(card.events)) == (9, 1, 5)
    assert all(section.statements and section.events for section in card.sections)
    assert card.standing is (Standing.SIGNED if plan.key == "practices" else Standing.COMMENTED)
    (shown,) = reads.displays(scene.evaluator)
    display = reads.display(scene.evaluator, shown.id)
    assert {row.verdict for row in display.rows} == set(Verdict)
    assert len(display.reviewers) == (2 if plan.key == "practices" else 0)
    assert (display.frozen_at is not None) is (plan.key == "mothers")
    assert (display.kind is DisplayKind.CASES) is (plan.key == "families")
    assert any(row.ratings for row in display.rows) is (plan.key == "practices")
    advice = toolkit.recommendations(scene.adviser)
    waits = [one.title for one in advice if one.state is State.WAITING]
    assert waits == (["Go along the first time"] if plan.key == "practices" else [])
    assert (
        sum(one.state is State.PUBLISHED for one in advice) == (3 if waits else 2) == len(advice) - len(waits)
    )
    assert not any(one.is_opinion for one in advice)
