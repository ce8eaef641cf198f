"""Does a learner see how near they come to the expert, after finishing, and nobody else but the lead?"""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import IllegalStep, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Role, Viewer, system
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import Attempt
from linkwork.evaluation.coding.rules.agreement import Coefficient
from linkwork.evaluation.coding.rules.differences import Sort
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.evaluation.coding.tests.rounds_scene import Together, practice
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, code
from linkwork.programmes import actions as programmes
from linkwork.programmes import reads as standing
from linkwork.testing.cast import NOON, Cast

LATER = NOON + dt.timedelta(hours=1)


def coded(cast: Cast) -> Together:
    made = practice(cast)
    code(made.first, made.scene.quotable, "nurses came", RELATIONS)
    code(made.first, made.scene.quotable, "now.", ENROLMENT)
    code(made.second, made.scene.quotable, "One of the nurses", RELATIONS)
    return made


def done(made: Together) -> None:
    actions.mark_done(round_id=made.round_id, source_id=made.scene.quotable, by=made.second, at=NOON)


def finish(made: Together) -> int:
    return actions.finish_attempt(round_id=made.round_id, by=made.second, at=LATER)


def test_a_learner_finishes_compares_and_tries_again(cast: Cast) -> None:
    made = coded(cast)
    with pytest.raises(IllegalStep, match="every source"):
        reads.practice(made.second, made.round_id, made.second.worker_id)
    done(made)
    found = reads.practice(made.second, made.round_id, made.second.worker_id)
    assert [one.sort for one in found.places] == [Sort.BOUNDARY, Sort.ONLY]
    assert [one.name for one in found.agreed.coders] == ["Elif Kaya", "Ida Moe"]
    # Two codes over three sentences: they part on the last, where only the expert gave enrolment.
    assert found.agreed.pooled[0].value == pytest.approx(5 / 6)
    assert finish(made) == 1
    with pytest.raises(IllegalStep, match="kept already"):
        finish(made)
    actions.begin_anew(round_id=made.round_id, by=made.second, at=LATER)
    assert reads.codings(made.second, made.scene.quotable) == []
    code(made.second, made.scene.quotable, "nurses came", RELATIONS)
    code(made.second, made.scene.quotable, "now.", ENROLMENT)
    done(made)
    assert finish(made) == 2
    kept = reads.attempts(made.second, made.round_id)
    assert [(one.number, one.learner) for one in kept] == [(1, "Ida Moe"), (2, "Ida Moe")]
    assert kept[1].found["pooled"][1] == kept[1].found["pooled"][1] | {
        "coefficient": Coefficient.COHEN.value,
        "value": 1.0,
    }
    assert reads.attempts(made.first, made.round_id) == kept


def test_nobody_else_sees_how_it_came_out(cast: Cast) -> None:
    made = coded(cast)
    done(made)
    finish(made)
    third = third_coder(cast)
    assert reads.attempts(third, made.round_id) == []
    with pytest.raises(NotAllowed, match="for them and for whoever leads"):
        reads.practice(third, made.round_id, made.second.worker_id)
    for viewer in (cast.manager, cast.adviser):
        with pytest.raises(NotAllowed):
            reads.attempts(viewer, made.round_id)
    lead = reads.practice(made.first, made.round_id, made.second.worker_id)
    assert lead.learner.name == "Ida Moe"


def third_coder(cast: Cast) -> Viewer:
    by = system(cast.programme_id)
    login = programmes.create_login(
        email="third@example.org", password="a calm long password", by=by, at=NOON
    )
    programmes.add_worker(
        name="Jo Ray", roles=[Role.EVALUATOR], since=NOON.date(), login_id=login, by=by, at=NOON
    )
    return standing.viewer_for(login, cast.programme_id)


def test_what_is_no_practice_or_not_ones_own_is_refused(cast: Cast) -> None:
    made = coded(cast)
    for step in (actions.finish_attempt, actions.begin_anew):
        with pytest.raises(IllegalStep, match="do not learn"):
            step(round_id=made.round_id, by=made.first, at=NOON)
        with pytest.raises(NotAllowed):
            step(round_id=made.round_id, by=cast.manager, at=NOON)
    with pytest.raises(NotFound, match="learns"):
        reads.practice(made.first, made.round_id, new_id())
    actions.close_round(round_id=made.round_id, by=made.first, at=LATER)
    with pytest.raises(IllegalStep, match="closed"):
        actions.begin_anew(round_id=made.round_id, by=made.second, at=LATER)
    shared = actions.open_round(
        study_id=made.scene.study_id,
        title="Shared",
        purpose=Purpose.OPEN,
        source_ids=[made.scene.closed],
        coder_ids=[made.second.worker_id],
        blind=False,
        by=made.first,
        at=NOON,
    )
    with pytest.raises(NotFound, match="no practice set"):
        reads.attempts(made.second, shared)


def test_the_database_counts_attempts_from_one(cast: Cast) -> None:
    made = coded(cast)
    done(made)
    finish(made)
    row = Attempt.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Attempt.objects.update(number=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attempt.objects.create(
            programme_id=row.programme_id,
            round_id=row.round_id,
            coder_id=row.coder_id,
            number=1,
            found={},
            digest="",
            created_at=NOON,
        )
