"""The letter to the referrer: nothing beyond what the person agreed to share."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from linkwork.casework import actions as cases
from linkwork.casework import reads
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.referrals import Occasion
from linkwork.casework.tests import scenes
from linkwork.connections import actions
from linkwork.connections.rules import Outcome, State
from linkwork.connections.tests.conftest import Scene, make_scene
from linkwork.exchange.news import Parts, compose, letter_pdf
from linkwork.instruments import actions as instruments
from linkwork.outcomes import actions as outcomes
from linkwork.outcomes.rules.changes import Direction
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON, Cast

DAY = dt.timedelta(days=1)
ALL = Parts(own_words=True)


@pytest.fixture
def scene(cast: Cast) -> Scene:
    return make_scene(cast)


def letter(scene, *, occasion=Occasion.ASKED, parts=ALL, agreed=True, language=""):
    cast = scene.cast
    case = reads.case(cast.worker, scene.case_id)
    card = reads.referral(cast.worker, case.referral_id, NOON)
    card = replace(card, referrer_language=language)
    return compose(
        cast.worker,
        card,
        programmes.programme(cast.worker),
        occasion=occasion,
        agreed=agreed,
        parts=parts,
    )


def connected(scene):
    """One connection that ended, with the organisation's words, and a change in the person's own."""
    sent = scene.connect()
    partner = scene.partner(sent)
    end: dict[str, Any] = {"outcome": Outcome.HELPED, "outcome_words": "She comes weekly"}
    steps: list[tuple[State, dict[str, Any]]] = [
        (State.ACCEPTED, {}),
        (State.STARTED, {}),
        (State.FINISHED, end),
    ]
    for state, more in steps:
        actions.move(connection_id=sent.connection_id, to=state, by=partner, at=NOON, **more)
    outcomes.record_change(
        case_id=scene.case_id,
        direction=Direction.BETTER,
        words="I laughed again",
        noted_on=NOON.date(),
        by=scene.by,
        at=NOON,
    )


def test_with_consent_it_says_what_was_arranged_and_what_came_of_it(scene):
    connected(scene)
    cases.log_contact(case_id=scene.case_id, occurred_at=NOON, mode="phone", by=scene.cast.worker, at=NOON)
    found = letter(scene)
    assert found.shares
    assert "We first talked with them on 12 March 2026." in found.text
    assert "referred to 1 place" in found.text
    assert "“I laughed again”" in found.text
    assert "garden" not in found.text.lower()  # the kinds, never with whom
    assert "weekly" not in found.text  # what an organisation wrote is not theirs


def test_each_part_is_left_out_where_it_is_not_wanted(scene):
    connected(scene)
    assert "laughed" not in letter(scene, parts=Parts()).text
    bare = letter(scene, parts=Parts(arranged=False, outcome=False)).text
    assert "What was arranged" not in bare
    assert "known end" not in bare
    assert "We have not reached them yet." in bare
    assert (
        "Nothing has been arranged"
        not in letter(scene, occasion=Occasion.ACCEPTED, parts=Parts(False, False)).text
    )


def test_nothing_arranged_says_so(scene):
    text = letter(scene).text
    assert "Nothing has been arranged with others so far." in text


def test_without_consent_it_says_that_it_was_answered(scene):
    connected(scene)
    found = letter(scene, agreed=False)
    assert not found.shares
    name = reads.case(scene.cast.worker, scene.case_id).given_name
    for secret in (name, "laughed", "arranged", "talked"):
        assert secret not in found.text


def test_before_the_answer_there_is_nothing_to_tell(cast):
    card = reads.referral(cast.worker, scenes.referral(cast, referrer_name="Nurse"), NOON)
    found = compose(
        cast.worker,
        card,
        programmes.programme(cast.worker),
        occasion=Occasion.ASKED,
        agreed=True,
        parts=ALL,
    )
    assert found.text.startswith("Dear Nurse,")
    assert "It has not been answered yet." in found.text


def test_it_is_written_in_the_language_of_the_referrer(scene):
    assert "10 février 2026" in letter(scene, language="fr").text


def test_it_is_a_pdf(scene):
    made = letter_pdf("One\nTwo\n\nThree", programmes.programme(scene.cast.worker), NOON.date(), "ar")
    assert made.startswith(b"%PDF")


def test_consent_of_the_record_decides(scene):
    cast = scene.cast
    case = reads.case(cast.worker, scene.case_id)
    assert not reads.may_tell(cast.worker, case.referral_id, at=NOON)
    cases.give_consent(case_id=case.id, purpose=Purpose.REPORT_BACK, by=cast.worker, at=NOON)
    assert reads.may_tell(cast.worker, case.referral_id, at=NOON)


def test_it_speaks_of_needs_and_reasons_as_the_programme_does(scene):
    by = scene.cast.manager
    instruments.say_term(list_id="needs", code="company", label="Being with others", by=by, at=NOON)
    reason = instruments.add_term(list_id="close_reasons", label="Went back home", by=by, at=NOON)
    scene.connect()
    assert "referred to 1 place: Being with others" in letter(scene).text
    cases.close_case(case_id=scene.case_id, reason=reason, by=scene.by, at=NOON)
    assert "Our work with them ended on 12 March 2026: Went back home." in letter(scene).text
