"""Handing a person over takes along what is under way."""

import datetime as dt

from linkwork.casework import reads as cases
from linkwork.connections import actions, reads
from linkwork.connections.rules import Outcome, State
from linkwork.testing.cast import NOON

LATER = NOON + dt.timedelta(days=1)


def test_open_connections_and_signposts_go_along_and_ended_ones_stay(scene):
    cast = scene.cast
    ended = scene.connect()
    actions.move(
        connection_id=ended.connection_id,
        to=State.FINISHED,
        outcome=Outcome.HELPED,
        by=cast.worker,
        at=NOON,
    )
    open_one = scene.connect()
    given = actions.signpost(
        case_id=scene.case_id, need_id=scene.need_id, service_id=scene.service_id, by=cast.worker, at=NOON
    )
    moved = actions.transfer_cases(
        case_ids=[scene.case_id], worker_id=cast.other_worker.id, note="Over to you", by=cast.worker, at=LATER
    )
    assert moved == 1
    assert cases.case(cast.worker, scene.case_id).worker_id == cast.other_worker.id
    assert reads.connection(cast.worker, open_one.connection_id).worker_id == cast.other_worker.id
    assert reads.signpost(cast.worker, given).worker_id == cast.other_worker.id
    assert reads.connection(cast.worker, ended.connection_id).worker_id == cast.worker.id
