"""Joint displays of the demonstration: one that two reviewers judged, one frozen, one that compares stages.

All of it is invented, the ratings too; where it is shown it says so.
"""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from linkwork.commands.demo.programmes import PLANS, join
from linkwork.commands.demo.scene import Scene
from linkwork.commands.demo.stories.shape import Set, Story
from linkwork.core.viewer import Role, Viewer
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding.rules.rated_table import RatedLine
from linkwork.evaluation.coding.rules.scores import CaseKind, Mark
from linkwork.evaluation.coding.rules.scores import Verdict as Flagged
from linkwork.evaluation.indicators.rules.score_ids import CHANGE, SURVEY, parts_of
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.rules.displays.layouts import DisplayKind, Split
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.instruments.indicators import Grouping

REVIEWED, FROZEN = "practices", "mothers"  # the programmes whose display is judged by two, and frozen
SYNTHETIC = "(synthetic)"
REVIEWER = ("reviewer", "Noor Aziz", "researcher", (Role.EVALUATOR,), "English, Arabic")
OTHERWISE = "I read the forms as part of the plan, so the two sides only fill each other in."
SETTLED = "Talked over: the plan says linking comes first, and the forms stand in its way."
CFIR = "cfir-2022"
SITES = ("Elm Street", "Harbour", "Mill Lane", "Old Town")
RATINGS: tuple[tuple[str, tuple[int | None, ...], Flagged], ...] = (  # the first two sites fare better
    ("inner_setting.available_resources.space", (2, 2, -1, -2), Flagged.STRONG),
    ("inner_setting.compatibility", (1, -1, -1, -2), Flagged.MIXED),
    ("inner_setting.relational_connections", (2, 1, 1, None), Flagged.WEAK),
)


def show(scene: Scene, story: Story, held: Collection[str]) -> UUID:
    """The display of one programme, by the kind that it shows."""
    if scene.key == REVIEWED:
        return _judged_by_two(scene, story, held)
    if scene.key == FROZEN:
        display_id = _opened(scene, DisplayKind.CONVERGENT)
        for row in story.rows:
            _add(scene, display_id, row, held, verdict=row.verdict, reasoning=row.reasoning)
        actions.freeze_display(display_id=display_id, by=scene.evaluator, at=scene.now)
        return display_id
    display_id = _opened(scene, DisplayKind.CASES, split=Split.STAGE)
    parts = _by_stage(scene, {one for row in story.rows for one in row.figures})
    for row in story.rows:
        _add(scene, display_id, row, held, parts, verdict=row.verdict, reasoning=row.reasoning)
    return display_id


def _judged_by_two(scene: Scene, story: Story, held: Collection[str]) -> UUID:
    """Both judge every row apart; where they differ the evaluator settles it."""
    plan = next(one for one in PLANS if one.key == scene.key)
    first, second = scene.evaluator, join(plan, scene.evaluator.programme, REVIEWER, scene.now)
    display_id = _opened(
        scene,
        DisplayKind.CONVERGENT,
        sheet_id=_ratings(scene),
        reviewers=[first.worker_id, second.worker_id],
    )
    for place, row in enumerate(story.rows):
        rated = [(CFIR, RATINGS[place][0])] if place < len(RATINGS) else []
        made = _add(scene, display_id, row, held, rated=rated)
        _judge(scene, made, row.verdict, row.reasoning, first)
        differs = row.verdict is Verdict.DISAGREE
        _judge(scene, made, Verdict.EXPAND if differs else row.verdict, OTHERWISE if differs else "", second)
        if differs:
            actions.settle_verdict(
                row_id=made, verdict=row.verdict, reasoning=SETTLED, by=first, at=scene.now
            )
    return display_id


def _judge(scene: Scene, row: UUID, verdict: Verdict, reasoning: str, by: Viewer) -> None:
    actions.give_verdict(
        row_id=row, verdict=verdict, reasoning=reasoning or "As it reads.", by=by, at=scene.now
    )


def _opened(scene: Scene, kind: DisplayKind, **more: Any) -> UUID:
    return actions.open_display(
        study_id=scene.made["studies"][0],
        title=f"Figures and words {SYNTHETIC}",
        extract_id=scene.made["extract"][0],
        kind=kind,
        by=scene.evaluator,
        at=scene.now,
        **more,
    )


def _add(
    scene: Scene,
    display_id: UUID,
    row: Set,
    held: Collection[str],
    parts: Sequence[FigureKey] = (),
    **more: Any,
) -> UUID:
    keys = keys_of(scene, row.figures, held)
    keys += [part for part in parts if part.indicator in row.figures]
    return actions.add_row(
        display_id=display_id,
        component=row.component,
        question=row.question,
        figures=keys,
        codings=[scene.made["codings"][place] for place in row.quotes],
        by=scene.evaluator,
        at=scene.now,
        **more,
    )


def keys_of(scene: Scene, wanted: Sequence[str], held: Collection[str]) -> list[FigureKey]:
    """These figures, as far as the extract holds them; and scores, those of staff of the survey there was."""
    waves = [str(one) for one in scene.made.get("surveys", ())]
    kinds = {one: (parts_of(one) or ("",))[0] for one in wanted}
    found = [FigureKey(one) for one in wanted if one in held or kinds[one] == CHANGE]
    return found + [FigureKey(one, wave=wave) for one in wanted for wave in waves if kinds[one] == SURVEY]


def _by_stage(scene: Scene, indicators: Collection[str]) -> list[FigureKey]:
    """These figures in each stage, where they can be told by stage and are not about too few. Counted once."""
    offered = reads.figure_choices(scene.evaluator, scene.made["extract"][0])
    return [
        one.key
        for one in offered
        if one.key.indicator in indicators and one.key.grouping == Grouping.STAGE and not one.hidden
    ]


def _ratings(scene: Scene) -> UUID:
    """Invented ratings of invented sites, as a table from elsewhere brings them in."""
    lines = [
        RatedLine(
            (CFIR, construct),
            tuple((Mark.MISSING, None) if one is None else (Mark.RATED, one) for one in values),
            flag,
        )
        for construct, values, flag in RATINGS
    ]
    return coding.take_in_ratings(
        study_id=scene.made["studies"][0],
        title=f"Ratings by site {SYNTHETIC}",
        kind=CaseKind.SITE,
        cases=SITES,
        lines=lines,
        upper=2,
        note=f"Invented for this demonstration {SYNTHETIC}.",
        by=scene.evaluator,
        at=scene.now,
    )
