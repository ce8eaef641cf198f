"""The rounds: each duty for each programme, safe to repeat; one failure stops no other; no demonstration is touched."""

import datetime as dt
import json
import logging
import threading
from typing import Any

import pytest
from django.core import mail

from linkwork.casework import actions as cases
from linkwork.casework import reads as case_reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.commands import duties, line
from linkwork.connections.tests.conftest import Scene, make_scene
from linkwork.core.viewer import Viewer
from linkwork.testing.cast import NOON, Cast
from linkwork.testing.demonstration import build_demonstration
from linkwork.workforce.actions.parts import visits as parts
from linkwork.workforce.tests.outings import after, planned, rungs

LATER = NOON + dt.timedelta(days=8)  # a Friday


@pytest.fixture
def scene(cast: Cast) -> Scene:
    return make_scene(cast)


def counts(done: list[duties.Done]) -> dict[str, int]:
    return {one.duty: one.count for one in done if one.programme == "North practices"}


def test_what_is_due_is_done_once(scene: Scene) -> None:
    scene.connect()
    first, again = (counts(duties.make_rounds(NOON)) for _turn in range(2))
    assert (first["mail"], again["mail"]) == (1, 0)
    assert (counts(duties.make_rounds(LATER))["chase"], counts(duties.make_rounds(LATER))["chase"]) == (1, 0)
    assert list(duties.duties())[-1] == "mail"


def test_safety_comes_first_in_every_programme(scene: Scene) -> None:
    done = [(one.duty, one.programme) for one in duties.make_rounds(NOON)]
    assert [duty for duty, _programme in done[:6:2]] == ["missed_check_ins", "texts", "concerns"]
    assert [programme for _duty, programme in done[:2]] == ["North practices", "South families"]


def test_one_visit_that_fails_holds_back_no_other(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, other = planned(cast), planned(cast, by=cast.other_worker, buddy=cast.worker)
    raise_alarm = parts.raise_alarm

    def raising(visit: Any, *more: Any) -> Any:
        if visit.id == broken:
            raise KeyError("12 Elm Street")
        return raise_alarm(visit, *more)

    monkeypatch.setattr("linkwork.workforce.actions.visits.raise_alarm", raising)
    [done] = [
        one
        for one in duties.make_rounds(after(75))
        if one.duty == "missed_check_ins" and one.programme == "North practices"
    ]
    assert (done.count, done.problem) == (2, "KeyError")
    assert len(rungs(cast, other)) == 2
    assert rungs(cast, broken) == []


def test_a_duty_that_fails_stops_no_other(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(viewer: Viewer, at: dt.datetime) -> int:
        raise ValueError("Maryam Al Amin")

    known = duties.duties()
    monkeypatch.setattr(duties, "duties", lambda: {"broken": broken} | known)
    scene.connect()
    with caplog.at_level(logging.ERROR):
        done = duties.make_rounds(NOON)
    assert {one.problem for one in done if one.duty == "broken"} == {"ValueError"}
    assert counts(done)["mail"] == 1
    assert "Maryam" not in caplog.text
    assert "ValueError" in caplog.text


def test_a_demonstration_is_left_alone(scene: Scene) -> None:
    build_demonstration()
    names = {one.programme for one in duties.make_rounds(NOON)}
    assert names == {"North practices", "South families"}
    assert names < {one.programme for one in duties.make_rounds(NOON, demonstrations=True)}


def test_the_command_says_what_it_did(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    scene.connect()
    assert line.run(["rounds"]) == 0
    assert "North practices: mail: 1" in capsys.readouterr().out
    assert line.run(["rounds", "--json"]) == 0
    assert "chase" in json.loads(capsys.readouterr().out)["duties"]


def test_serving_makes_them_again_and_again_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    stop = threading.Event()

    def making(at: dt.datetime) -> None:
        made.append(at)
        if len(made) == 3:
            stop.set()
        raise OSError("the database is away")

    monkeypatch.setattr(duties, "make_rounds", making)
    monkeypatch.setattr(duties, "close_old_connections", lambda: None)
    duties.keep_making(stop, seconds=0.001)
    assert len(made) == 3


def test_a_late_referral_is_brought_before_somebody_and_nothing_is_declined(cast: Cast) -> None:
    """Operations anchor 7, by the rounds: told once, a letter without a name, and still waiting."""
    referral_id = cases.receive_referral(
        details=PersonDetails(given_name="Maryam", family_name="Al-Amin"),
        source="general_practice",
        knocks=["key"],
        by=cast.worker,
        at=NOON,
    )
    first, again = (counts(duties.make_rounds(LATER)) for _turn in range(2))
    assert (first["escalate_referrals"], again["escalate_referrals"]) == (1, 0)
    assert (first["forget_knocks"], first["mail"], again["mail"]) == (1, 1, 0)
    [letter] = mail.outbox
    assert letter.to == ["manager@example.org"]
    assert "show=overdue" in str(letter.body)
    for secret in ("Maryam", "Amin", "M.A."):
        assert secret not in f"{letter.subject}{letter.body}"
    card = case_reads.referral(cast.manager, referral_id, LATER)
    assert (card.state, card.escalated_to) == ("received", "Chris Okafor")
