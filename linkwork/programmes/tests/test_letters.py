"""The post: letters are written once, taken in hand by one, marked, given up after a while, or stopped."""

import datetime as dt
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import NOBODY, Viewer, system
from linkwork.programmes import actions, reads
from linkwork.programmes.models import LetterRow
from linkwork.programmes.rules import MOST_TRIES, LetterState, wait_before_next_try
from linkwork.testing.cast import NOON, Cast

ABOUT = new_id()
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def post(cast: Cast) -> Viewer:
    return system(cast.programme_id)


def write(by: Viewer, kind: str = "connections.ask", **more: object) -> UUID:
    asked: dict[str, object] = {
        "kind": kind,
        "about_id": ABOUT,
        "to": "hello@garden.example",
        "language": "fr",
        "token": "a-key",
        "by": by,
        "at": NOON,
    }
    return actions.write_letter(**(asked | more))  # type: ignore[arg-type]


def test_a_letter_waits_with_its_key_and_the_worker_sees_it_without(cast: Cast, post: Viewer) -> None:
    letter_id = write(cast.worker)
    (waits,) = reads.waiting_letters(post, NOON)
    assert (waits.id, waits.token, waits.sender, waits.language) == (letter_id, "a-key", "Amal Haddad", "fr")
    (seen,) = reads.letters_about(cast.worker, ABOUT)
    assert (seen.state, seen.token) == (LetterState.WAITING, "")
    assert reads.letters_about(cast.outsider, ABOUT) == []


def test_a_letter_for_later_waits_until_then(cast: Cast, post: Viewer) -> None:
    write(cast.worker, not_before=NOON + MINUTE, sender="The team")
    assert reads.waiting_letters(post, NOON) == []
    (waits,) = reads.waiting_letters(post, NOON + MINUTE)
    assert waits.sender == "The team"


def test_one_post_takes_it_in_hand_and_a_second_does_not(cast: Cast, post: Viewer) -> None:
    letter_id = write(cast.worker)
    assert actions.try_letter(letter_id=letter_id, by=post, at=NOON)
    assert not actions.try_letter(letter_id=letter_id, by=post, at=NOON)
    assert reads.waiting_letters(post, NOON) == []
    assert len(reads.waiting_letters(post, NOON + 5 * MINUTE)) == 1
    assert not actions.try_letter(letter_id=new_id(), by=post, at=NOON)


def test_a_delivered_letter_forgets_its_key_and_is_delivered_once(cast: Cast, post: Viewer) -> None:
    letter_id = write(cast.worker)
    actions.try_letter(letter_id=letter_id, by=post, at=NOON)
    actions.mark_delivered(letter_id=letter_id, by=post, at=NOON)
    (kept,) = reads.letters_about(cast.worker, ABOUT)
    assert (kept.state, kept.tries, kept.done_at) == (LetterState.DELIVERED, 1, NOON)
    assert LetterRow.objects.get(id=letter_id).token == ""
    with pytest.raises(NotFound):
        actions.mark_delivered(letter_id=letter_id, by=post, at=NOON)
    assert not actions.try_letter(letter_id=letter_id, by=post, at=NOON + 9 * MINUTE)


def test_a_letter_is_given_up_after_five_tries_over_half_a_day(cast: Cast, post: Viewer) -> None:
    letter_id, at = write(cast.worker), NOON
    for turn in range(1, MOST_TRIES + 1):
        assert actions.try_letter(letter_id=letter_id, by=post, at=at)
        actions.mark_failed(letter_id=letter_id, by=post, at=at)
        at += wait_before_next_try(turn)
    (kept,) = reads.letters_about(cast.worker, ABOUT)
    assert (kept.state, kept.tries) == (LetterState.FAILED, MOST_TRIES)
    assert at - NOON > dt.timedelta(hours=12)


def test_what_must_not_go_out_any_more_is_stopped(cast: Cast, post: Viewer) -> None:
    write(cast.worker)
    write(cast.worker, kind="connections.chase")
    write(cast.worker, about_id=new_id())
    assert actions.stop_letters(about_id=ABOUT, kinds=["connections.chase"], by=cast.worker, at=NOON) == 1
    assert actions.stop_letters(about_id=ABOUT, by=cast.worker, at=NOON) == 1
    assert actions.stop_letters(about_id=ABOUT, by=cast.worker, at=NOON) == 0
    (left,) = reads.waiting_letters(post, NOON)
    actions.stop_letter(letter_id=left.id, by=post, at=NOON)
    assert reads.waiting_letters(post, NOON) == []
    assert {one.state for one in reads.letters_about(cast.worker, ABOUT)} == {LetterState.STOPPED}


def test_refused(cast: Cast, post: Viewer) -> None:
    letter_id = write(cast.worker)
    with pytest.raises(Invalid):
        write(cast.worker, to="")
    with pytest.raises(NotAllowed):
        write(NOBODY)
    with pytest.raises(NotAllowed):
        reads.waiting_letters(cast.worker, NOON)
    with pytest.raises(NotAllowed):
        reads.letters_about(cast.evaluator, ABOUT)
    for mark in (actions.mark_delivered, actions.mark_failed, actions.stop_letter, actions.try_letter):
        with pytest.raises(NotAllowed):
            mark(letter_id=letter_id, by=cast.worker, at=NOON)


def test_the_database_keeps_a_letter_whole(cast: Cast) -> None:
    write(cast.worker)
    for change in (
        {"state": LetterState.DELIVERED},
        {"state": LetterState.DELIVERED, "done_at": NOON},
        {"done_at": NOON},
        {"to": ""},
        {"kind": ""},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            LetterRow.objects.update(**change)
