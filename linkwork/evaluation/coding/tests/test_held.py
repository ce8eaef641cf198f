"""Do two who work on the same thing at once wait for each other, and is a place chosen in an older text refused?"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from linkwork.core.errors import Invalid
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import LostCoding
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.differences import Choice
from linkwork.evaluation.coding.tests.rounds_scene import practice, together
from linkwork.evaluation.coding.tests.scene import (
    ENROLMENT,
    RELATIONS,
    SPACE,
    TEXT,
    Scene,
    build,
    code,
)
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads as texts
from linkwork.evaluation.studies.rules import NameKind
from linkwork.testing.cast import NOON, Cast
from linkwork.testing.held import holding

EDITED = TEXT.replace("people sent me someone", "they rang")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Any) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def scene(cast: Cast) -> Scene:
    return build(cast)


def edited(cast: Cast, scene: Scene) -> None:
    actions.edit_text(source_id=scene.quotable, text=EDITED, by=cast.evaluator, at=NOON)


def coded(cast: Cast, scene: Scene, seen: int | None) -> UUID:
    return actions.code_passage(
        source_id=scene.quotable,
        start=0,
        end=3,
        constructs=[SPACE],
        valence=Valence.NEUTRAL,
        by=cast.evaluator,
        at=NOON,
        seen=seen,
    )


def test_a_place_chosen_in_an_older_text_is_refused(cast: Cast, scene: Scene) -> None:
    by = cast.evaluator
    mark, gone = coded(cast, scene, 1), code(by, scene.quotable, "people sent me someone", ENROLMENT)
    found = {"study_id": scene.study_id, "places": [(scene.quotable, 0, 3)], "constructs": [RELATIONS]}
    edited(cast, scene)
    tries: list[Callable[[int], object]] = [
        lambda seen: coded(cast, scene, seen),
        lambda seen: actions.change_coding(
            coding_id=mark, to={"start": 1, "end": 3}, seen=seen, by=by, at=NOON
        ),
        lambda seen: actions.code_found(**found, seen={scene.quotable: seen}, by=by, at=NOON),  # type: ignore[arg-type]
        lambda seen: actions.place_lost(coding_id=gone, start=0, end=3, seen=seen, by=by, at=NOON),
    ]
    for attempt in tries:
        with pytest.raises(Invalid, match="edited meanwhile"):
            attempt(1)
        attempt(2)


def test_the_text_is_held_before_a_place_in_it_is_coded(
    cast: Cast, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = cast.evaluator
    assert holding(monkeypatch, lambda: coded(cast, scene, None)) == ["Source"]
    gone = code(by, scene.quotable, "people sent me someone", ENROLMENT)
    edited(cast, scene)
    held = holding(monkeypatch, lambda: actions.place_lost(coding_id=gone, start=0, end=3, by=by, at=NOON))
    assert held == ["Source", "LostCoding"]
    held = holding(
        monkeypatch, lambda: actions.change_coding(coding_id=gone, to={"start": 1, "end": 3}, by=by, at=NOON)
    )
    assert held == ["Source", "Coding"]


def test_an_attempt_is_numbered_by_one_at_a_time(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    made = practice(cast)
    for who in (made.first, made.second):
        code(who, made.scene.quotable, "meeting", SPACE)
    actions.mark_done(round_id=made.round_id, source_id=made.scene.quotable, by=made.second, at=NOON)
    held = holding(
        monkeypatch, lambda: actions.finish_attempt(round_id=made.round_id, by=made.second, at=NOON)
    )
    assert held == ["Round"]


def test_a_round_and_its_texts_are_held_while_somebody_decides(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = together(cast)
    row = code(made.first, made.scene.quotable, "meeting", SPACE)
    given = {"round_id": made.round_id, "by": made.first, "at": NOON}
    assert holding(monkeypatch, lambda: actions.close_round(**given)) == ["Round"]  # type: ignore[arg-type]
    decide = lambda: actions.decide(  # noqa: E731
        source_id=made.scene.quotable,
        members=[row],
        choice=Choice.BOTH,
        **given,  # type: ignore[arg-type]
    )
    assert holding(monkeypatch, decide) == ["Round", "Source"]


def test_words_that_were_lost_are_kept_only_to_place_them_anew(cast: Cast, scene: Scene) -> None:
    by = cast.evaluator
    one = code(by, scene.quotable, "people sent me someone", ENROLMENT)
    two = code(by, scene.quotable, "sent me someone", RELATIONS)
    edited(cast, scene)
    assert all(row.words and row.before for row in LostCoding.objects.all())
    actions.place_lost(coding_id=one, start=0, end=3, by=by, at=NOON)
    actions.let_go(coding_id=two, by=by, at=NOON)
    assert {(row.words, row.before, row.after) for row in LostCoding.objects.all()} == {("", "", "")}


def test_half_a_name_does_not_stay_beside_words_that_were_lost(cast: Cast, scene: Scene) -> None:
    by = cast.evaluator
    code(by, scene.closed, "people sent me someone", ENROLMENT)
    line = "Maria Hall said what she had to say and it took long. " + TEXT.replace("with me", "with us")
    actions.edit_text(source_id=scene.closed, text=line, by=by, at=NOON)
    now = line.replace("people sent me someone", "they rang")
    actions.edit_text(source_id=scene.closed, text=now, by=by, at=NOON)
    card = reads.lost(by, scene.closed)[0]
    assert card.before
    decision = studies.NameDecision("Maria Hall", NameKind.NAME, "", ((0, 10),))
    actions.replace_names(
        source_id=scene.closed,
        text_hash=texts.source_line(by, scene.closed).hash,
        decisions=[decision],
        finished=True,
        by=by,
        at=NOON,
    )
    card = reads.lost(by, scene.closed)[0]
    assert (card.words, card.before, card.after) == ("people sent me someone", "", "")
