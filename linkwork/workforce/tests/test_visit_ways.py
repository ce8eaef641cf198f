"""The ladder, warnings about places, texts out and in."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON, Cast
from linkwork.workforce import actions, models, reads
from linkwork.workforce.rules.texts import Said, TextState, Wish
from linkwork.workforce.rules.visits import Ladder, Rung, VisitState
from linkwork.workforce.tests.outings import ADDRESS, PHONE, after, planned, round_at, rungs

NEXT_YEAR = NOON.date() + dt.timedelta(days=365)


def warned(cast: Cast, **said: Any) -> Any:
    values: dict[str, Any] = {
        "place": "12 Elm St",
        "words": "A large dog",
        "review_on": NEXT_YEAR,
        "by": cast.worker,
        "at": NOON,
    }
    return actions.warn_of_place(**values | said)


def heard(cast: Cast, text: str, minutes: float, number: str = PHONE) -> Wish | None:
    by = system(cast.programme_id)
    return actions.hear_text(number=number, text=text, sent_at=after(minutes), by=by, at=after(minutes))


def test_the_usual_ladder_until_a_programme_sets_its_own(cast: Cast) -> None:
    assert reads.ladder(cast.manager) == Ladder()
    own = Ladder(1, 2, 3, 4, 5, manager=cast.manager.id, words="Call 999")
    actions.set_ladder(ladder=Ladder(), by=cast.administrator, at=NOON)
    actions.set_ladder(ladder=own, by=cast.manager, at=NOON)
    assert reads.ladder(cast.worker) == own
    visit_id = planned(cast)
    assert round_at(cast, 60.5) == 0
    round_at(cast, 65.5)
    assert len(rungs(cast, visit_id)) == 5
    assert reads.visit(cast.manager, visit_id).alarms[0].rungs[2].asked == "Chris Okafor"


def test_who_sets_a_ladder_and_what_it_needs(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.set_ladder(ladder=Ladder(), by=cast.worker, at=NOON)
    for wrong in (Ladder(buddy_after=60), Ladder(manager=cast.worker.id), Ladder(second=new_id())):
        with pytest.raises(Invalid):
            actions.set_ladder(ladder=wrong, by=cast.manager, at=NOON)
    actions.set_ladder(ladder=Ladder(), by=cast.manager, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.VisitLadder.objects.update(buddy_after=60)


def test_a_warning_is_kept_for_the_place(cast: Cast) -> None:
    warning_id = warned(cast)
    [card] = reads.warnings_for(cast.other_worker, ADDRESS)
    assert (card.words, card.worker_name, card.may_end) == ("A large dog", "Amal Haddad", False)
    assert reads.warnings_for(cast.worker, "14 Elm Street") == []
    later = NEXT_YEAR + dt.timedelta(days=9)
    actions.review_warning(warning_id=warning_id, review_on=later, by=cast.other_worker, at=NOON)
    assert reads.place_warnings(cast.manager)[0].review_on == later
    with pytest.raises(NotAllowed):
        actions.end_warning(warning_id=warning_id, by=cast.other_worker, at=NOON)
    actions.end_warning(warning_id=warning_id, by=cast.manager, at=NOON)
    assert reads.place_warnings(cast.manager) == []
    with pytest.raises(NotFound):
        actions.end_warning(warning_id=warning_id, by=cast.manager, at=NOON)


def test_what_a_warning_needs(cast: Cast) -> None:
    for said in ({"place": "Elm"}, {"words": " "}, {"review_on": NOON.date()}):
        with pytest.raises(Invalid):
            warned(cast, **said)
    with pytest.raises(NotAllowed):
        warned(cast, by=cast.evaluator)
    warning_id = warned(cast)
    with pytest.raises(Invalid):
        actions.review_warning(warning_id=warning_id, review_on=NOON.date(), by=cast.worker, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.PlaceWarning.objects.update(words="")
    actions.end_warning(warning_id=warning_id, by=cast.worker, at=NOON)


def test_texts_wait_for_those_who_left_a_number(cast: Cast) -> None:
    by = system(cast.programme_id)
    planned(cast, phone=PHONE)
    actions.keep_phone(number="+44 7700 900456", by=cast.other_worker, at=NOON)
    round_at(cast, 75)
    first, second = reads.waiting_texts(by)
    assert {(one.rung, one.number) for one in (first, second)} == {
        (Rung.WORKER, PHONE),
        (Rung.BUDDY, "+447700900456"),
    }
    assert actions.try_text(text_id=first.id, by=by, at=NOON)
    actions.mark_text(text_id=first.id, state=TextState.FAILED, by=by, at=NOON)
    assert len(reads.waiting_texts(by)) == 2  # it is tried again
    for _try in range(4):
        assert actions.try_text(text_id=first.id, by=by, at=NOON)
        actions.mark_text(text_id=first.id, state=TextState.FAILED, by=by, at=NOON)
    assert not actions.try_text(text_id=first.id, by=by, at=NOON)
    actions.try_text(text_id=second.id, by=by, at=NOON)
    actions.mark_text(text_id=second.id, state=TextState.SENT, by=by, at=NOON)
    actions.mark_text(text_id=second.id, state=TextState.SENT, by=by, at=NOON)
    assert reads.waiting_texts(by) == []
    assert not actions.try_text(text_id=second.id, by=by, at=NOON)
    with pytest.raises(NotAllowed):
        reads.waiting_texts(cast.manager)


def test_two_rounds_side_by_side_send_a_text_once(cast: Cast) -> None:
    """The second finds it waiting still, for the first is at sending it; the first may also never come back."""
    by = system(cast.programme_id)
    planned(cast, phone=PHONE)
    round_at(cast, 61)
    [text] = reads.waiting_texts(by)
    taken = [actions.try_text(text_id=text.id, by=by, at=after(61 + late)) for late in (0, 0, 1, 1.9, 2, 2)]
    assert taken == [True, False, False, False, True, False]
    for minutes in (63, 65, 67):
        assert reads.waiting_texts(by)
        assert actions.try_text(text_id=text.id, by=by, at=after(minutes + 2))
    assert reads.waiting_texts(by) == []  # its last try never came back: it holds no other up


def test_a_text_does_what_a_tap_does(cast: Cast) -> None:
    visit_id = planned(cast, phone=PHONE)
    later = planned(cast, starts_at=after(90), ends_at=after(120))
    assert heard(cast, "in", 1) == Wish(Said.IN)
    assert heard(cast, "20", 50) == Wish(Said.MORE, 20)
    assert heard(cast, "we are having tea", 52) is None
    line = reads.visit(cast.worker, visit_id).line
    assert (line.state, line.ends_at) == (VisitState.UNDER_WAY, after(80))
    assert heard(cast, "out", 79) == Wish(Said.OUT)
    assert heard(cast, "help", 91) == Wish(Said.HELP)
    assert rungs(cast, later) == ["buddy", "manager", "second", "emergency"]
    with pytest.raises(Refused):
        heard(cast, "out", 92)


def test_texts_that_are_not_heard(cast: Cast) -> None:
    planned(cast, phone=PHONE)
    by = system(cast.programme_id)
    with pytest.raises(NotFound):
        heard(cast, "out", 1, number="+44123456789")
    heard(cast, "30", 5)
    with pytest.raises(Refused):  # the same one again
        heard(cast, "30", 5)
    with pytest.raises(Refused):
        actions.hear_text(number=PHONE, text="out", sent_at=after(6), by=by, at=after(20))
    with pytest.raises(NotAllowed):
        actions.hear_text(number=PHONE, text="out", sent_at=after(6), by=cast.worker, at=after(6))
    heard(cast, "out", 7)
    with pytest.raises(NotFound):
        heard(cast, "out", 8)


def test_a_clock_that_is_ahead_shuts_nobody_up(cast: Cast) -> None:
    planned(cast, phone=PHONE)
    by = system(cast.programme_id)

    def hear(text: str, sent: float, now: float) -> None:
        actions.hear_text(number=PHONE, text=text, sent_at=after(sent), by=by, at=after(now))

    hear("in", 60 * 24, 1)
    hear("30", 4, 3.5)
    with pytest.raises(Refused):  # a clock a little ahead is no reason to do the same text twice
        hear("30", 4, 3.6)
    assert heard(cast, "help", 5) == Wish(Said.HELP)


def test_a_letter_tells_nothing_once_they_are_reached(cast: Cast) -> None:
    visit_id = planned(cast)
    round_at(cast, 75)
    by = system(cast.programme_id)
    alarm_id = reads.visit(cast.manager, visit_id).alarms[0].id
    told = reads.alarm_told(by, alarm_id)
    assert told is not None
    assert told.line.worker_name == "Amal Haddad"
    actions.acknowledge_alarm(visit_id=visit_id, by=cast.manager, at=after(76))
    assert reads.alarm_told(by, alarm_id) is None
    actions.resolve_alarm(visit_id=visit_id, words="Well", by=cast.manager, at=after(77))
    with pytest.raises(NotFound):
        reads.alarm_told(by, alarm_id)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.VisitAlarm.objects.update(resolved_at=None)


def test_a_number_and_a_text_are_kept_true(cast: Cast) -> None:
    planned(cast, phone=PHONE)
    round_at(cast, 75)
    for change in (
        lambda: models.OwnPhone.objects.update(number="07700900123"),
        lambda: models.VisitText.objects.update(state="sent"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
