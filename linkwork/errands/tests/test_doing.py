"""An errand is done with its asker's rights, brings a file or a page, fails in plain words, and survives a restart."""

import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.core.errors import IllegalStep, NotAllowed, NotFound, Refused
from linkwork.core.viewer import NOBODY, system
from linkwork.errands import actions, places, reads, runner
from linkwork.errands.access import may_ask
from linkwork.errands.hand import AT_ONCE, Hand
from linkwork.errands.kinds import KINDS
from linkwork.errands.models import Errand
from linkwork.errands.rules import KEPT_FOR, MOST_TRIES, State
from linkwork.errands.tests.conftest import Do, asked
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail

Kinds = Callable[[Do], None]


def now() -> Any:
    return NOON


def brings(text: bytes = b"made") -> Do:
    return lambda hand: hand.file("made.txt", "text/plain", text)


def test_it_brings_a_file_and_says_how_far_it_is(cast: Cast, kind: Kinds) -> None:
    seen = []

    def do(hand: Hand) -> dict[str, Any]:
        assert hand.viewer == cast.evaluator
        hand.tell(1, 4, "Counting")
        seen.append(reads.errand(cast.evaluator, errand_id))
        return brings()(hand)

    kind(do)
    errand_id = asked(cast.evaluator)
    assert reads.errand(cast.evaluator, errand_id).state is State.WAITING
    assert runner.work_next(now)
    assert [(one.state, one.parts_done, one.parts, one.doing) for one in seen] == [
        (State.WORKING, 1, 4, "Counting")
    ]
    card = reads.errand(cast.evaluator, errand_id)
    assert (card.state, card.ended_at, card.doing, card.brought["file"]) == (State.DONE, NOON, "", "made.txt")
    assert (places.folder_of(errand_id) / "made.txt").read_bytes() == b"made"
    assert not runner.work_next(now)


def test_it_is_written_in_the_language_it_was_asked_in(cast: Cast, kind: Kinds) -> None:
    kind(lambda hand: hand.page(_("Figures")))
    errand_id = asked(cast.evaluator, language="fr")
    with translation.override("en"):
        runner.work_next(now)
    assert reads.errand(cast.evaluator, errand_id).brought == {"page": "Chiffres", "args": []}


def test_the_same_is_not_asked_twice(cast: Cast, kind: Kinds) -> None:
    kind(brings())
    first = asked(cast.evaluator, given={"as": "pdf"})
    assert asked(cast.evaluator, given={"as": "pdf"}) == first
    others = {asked(cast.evaluator, given={"as": "docx"}), asked(cast.manager, given={"as": "pdf"})}
    assert first not in others
    runner.work_next(now)
    assert asked(cast.evaluator, given={"as": "pdf"}) != first


def test_only_the_asker_sees_it(cast: Cast) -> None:
    errand_id = asked(cast.evaluator)
    for other in (cast.manager, cast.adviser, cast.outsider):
        with pytest.raises(NotFound):
            reads.errand(other, errand_id)
        with pytest.raises(NotFound):
            actions.stop(errand_id=errand_id, by=other, at=NOON)
        with pytest.raises(NotFound):
            actions.take_file(errand_id=errand_id, by=other, at=NOON)
        assert reads.errands(other) == []
    assert [one.id for one in reads.errands(cast.evaluator)] == [errand_id]


def test_who_may_ask_and_who_runs(cast: Cast) -> None:
    assert not may_ask(cast.worker)
    for other in (cast.worker, system(cast.programme_id)):
        with pytest.raises(NotAllowed):
            asked(other)
    for act in (reads.programmes_to_do, reads.next_waiting):
        with pytest.raises(NotAllowed):
            act(cast.evaluator)


def test_a_refusal_is_said_and_another_error_tells_nothing(
    cast: Cast, kind: Kinds, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(error: Exception) -> reads.ErrandCard:
        def do(hand: Hand) -> dict[str, Any]:
            raise error

        kind(do)
        errand_id = asked(cast.evaluator)
        runner.work_next(now)
        return reads.errand(cast.evaluator, errand_id)

    assert broken(Refused("Take another extract.")).error == "Take another extract."
    with caplog.at_level(logging.ERROR):
        card = broken(ValueError("Maryam Al Amin, 12 Elm Street"))
    assert card.state is State.FAILED
    assert "Something went wrong on our side." in card.error
    assert "Maryam" not in card.error + caplog.text
    assert "ValueError" in caplog.text
    steps = trail.steps_about(cast.administrator, card.id)
    assert [one.what for one in steps] == ["errands.ask", "errands.begin", "errands.fail"]
    assert "Maryam" not in str(steps)


def test_rights_are_those_at_the_moment_it_is_done(
    cast: Cast, kind: Kinds, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind(brings())
    other = asked(cast.manager)
    assert runner.work_next(now)
    assert "Your role does not open this" in reads.errand(cast.manager, other).error
    errand_id = asked(cast.evaluator)
    assert programmes.viewer_at_work(cast.programme_id, errand_id) == NOBODY
    monkeypatch.setattr(programmes, "viewer_at_work", lambda *_who: NOBODY)
    assert runner.work_next(now)
    assert "does not work in this programme" in reads.errand(cast.evaluator, errand_id).error


def test_it_is_stopped_before_and_while_it_is_done(cast: Cast, kind: Kinds) -> None:
    def do(hand: Hand) -> dict[str, Any]:
        hand.file("half.txt", "text/plain", b"half")
        actions.stop(errand_id=errand_id, by=cast.evaluator, at=NOON)
        if hand.given["looks"]:
            hand.tell(1, 2, "Counting")
        return hand.file("made.txt", "text/plain", b"made")

    kind(do)
    for looks in (True, False):
        errand_id = asked(cast.evaluator, given={"looks": looks})
        assert runner.work_next(now)
        assert reads.errand(cast.evaluator, errand_id).state is State.STOPPED
        assert not (settings.HOME / "errands" / str(errand_id)).exists()
    errand_id = asked(cast.evaluator)
    actions.stop(errand_id=errand_id, by=cast.evaluator, at=NOON)
    assert not runner.work_next(now)
    with pytest.raises(IllegalStep):
        actions.stop(errand_id=errand_id, by=cast.evaluator, at=NOON)


def test_what_was_interrupted_is_taken_up_again_but_not_for_ever(cast: Cast, kind: Kinds) -> None:
    def killed(hand: Hand) -> dict[str, Any]:
        raise KeyboardInterrupt  # as a process ends: nothing more is written

    kind(killed)
    errand_id = asked(cast.evaluator)
    for tries in range(1, MOST_TRIES + 1):
        with pytest.raises(KeyboardInterrupt):
            runner.work_next(now)
        card = reads.errand(cast.evaluator, errand_id)
        assert (card.state, card.tries) == (State.WORKING, tries)
    assert not runner.work_next(now)
    assert "broke off three times" in reads.errand(cast.evaluator, errand_id).error
    kind(killed)
    again = asked(cast.evaluator)
    with pytest.raises(KeyboardInterrupt):
        runner.work_next(now)
    kind(brings())
    assert runner.work_next(now)
    assert reads.errand(cast.evaluator, again).state is State.DONE


def test_one_at_a_time_in_a_programme(cast: Cast, kind: Kinds) -> None:
    nested = []

    def do(hand: Hand) -> dict[str, Any]:
        nested.append(runner.work_next(now))
        return brings()(hand)

    kind(do)
    first, second = asked(cast.evaluator), asked(cast.evaluator, given={"n": 2})
    assert runner.work_next(now)
    assert nested == [False]
    assert [reads.errand(cast.evaluator, one).state for one in (first, second)] == [State.DONE, State.WAITING]


def test_the_database_keeps_it_too(cast: Cast) -> None:
    one, other = asked(cast.evaluator), asked(cast.evaluator, given={"n": 2})
    by = system(cast.programme_id)
    actions.begin(errand_id=one, by=by, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.begin(errand_id=other, by=by, at=NOON)
    for wrong in ({"state": "done"}, {"ended_at": NOON}, {"error": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Errand.objects.filter(id=one).update(**wrong)


def test_rows_tell_how_far_they_are(cast: Cast, kind: Kinds) -> None:
    told = []
    hand = Hand(cast.evaluator, NOON, {}, settings.HOME, lambda *said: told.append(said))
    assert sum(1 for _row in hand.rows(range(2 * AT_ONCE + 1), 3000, "Reading")) == 2 * AT_ONCE + 1
    assert told == [(0, 3000, "Reading"), (2000, 3000, "Reading"), (3000, 3000, "Reading")]


def test_it_is_forgotten_after_a_week(
    cast: Cast, kind: Kinds, django_capture_on_commit_callbacks: Any
) -> None:
    kind(brings())
    errand_id = asked(cast.evaluator)
    runner.work_next(now)
    by = system(cast.programme_id)
    assert actions.forget_old(by=by, at=NOON) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.forget_old(by=by, at=NOON + KEPT_FOR) == 1
    assert not (settings.HOME / "errands" / str(errand_id)).exists()
    with pytest.raises(NotFound):
        reads.errand(cast.evaluator, errand_id)


def test_the_runner_goes_on_whatever_happens(monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    stop, turns = threading.Event(), []

    def working(_now: object) -> bool:
        assert runner.is_there()
        turns.append(1)
        if len(turns) == 3:
            stop.set()
        raise OSError("the database is away")

    monkeypatch.setattr(runner, "work_next", working)
    monkeypatch.setattr(runner, "close_old_connections", lambda: None)
    runner.keep_working(stop, seconds=0.001)
    assert len(turns) == 3
    assert "away" not in caplog.text
    assert not runner.is_there()


def test_every_kind_says_who_may_have_it() -> None:
    assert all(one.roles for one in KINDS.values())
