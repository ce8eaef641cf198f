"""Whatever is tapped, in whatever order, and however the rounds fall: nobody who is overdue is forgotten."""

import contextlib
import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.core.errors import LinkworkError
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON
from linkwork.workforce import actions, models, reads
from linkwork.workforce.rules.visits import AlarmKind, AlarmState, Ladder
from linkwork.workforce.tests.outings import look_out, planned

TAPS = st.sampled_from(
    ["start", "more", "out", "off", "unsafe", "reached", "settled", "still out", "round", "round"]
)
MOVES = st.lists(st.tuples(TAPS, st.integers(min_value=0, max_value=40)), max_size=10)


def tapped(cast, what, visit_id, at):
    """One tap of whoever it is for."""
    own = {"visit_id": visit_id, "by": cast.worker, "at": at}
    watch = {"visit_id": visit_id, "by": cast.other_worker, "at": at}
    later = at + dt.timedelta(minutes=20)
    {
        "start": lambda: actions.start_visit(**own),
        "more": lambda: actions.extend_visit(minutes=10, **own),
        "out": lambda: actions.end_visit(**own),
        "off": lambda: actions.cancel_visit(**own),
        "unsafe": lambda: actions.say_not_safe(**own),
        "reached": lambda: actions.acknowledge_alarm(**watch),
        "settled": lambda: actions.resolve_alarm(words="Well", **watch),
        "still out": lambda: actions.resolve_alarm(words="Well", out_until=later, **watch),
        "round": lambda: look_out(system(cast.programme_id), at),
    }[what]()


def seen(cast, visit_id):
    """All that there is of it."""
    return reads.visit(cast.manager, visit_id), sorted(models.VisitRung.objects.values_list("alarm", "rung"))


@pytest.mark.django_db(transaction=False)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(moves=MOVES)
def test_nobody_overdue_is_forgotten(cast, moves):
    visit_id, at = planned(cast), NOON
    for what, minutes in moves:
        at += dt.timedelta(minutes=minutes)
        alarm = reads.visit(cast.manager, visit_id).line.alarm
        with contextlib.suppress(LinkworkError):
            tapped(cast, what, visit_id, at)
        if alarm and alarm.kind is AlarmKind.UNSAFE and what not in ("settled", "still out"):
            assert reads.visit(cast.manager, visit_id).line.alarm is not None  # no tap of their own ends it
    late = max(Ladder().minutes().values())
    card = reads.visit(cast.manager, visit_id)
    at = max(at, card.line.ends_at + dt.timedelta(minutes=late + 1))
    tapped(cast, "round", visit_id, at)
    first = seen(cast, visit_id)
    line = first[0].line
    if line.ended_at is None:
        assert line.alarm is not None
        assert line.alarm.state in (AlarmState.RAISED, AlarmState.ACKNOWLEDGED)
    else:
        assert line.alarm is None
        assert line.address == ""
    assert look_out(system(cast.programme_id), at) == 0
    assert seen(cast, visit_id) == first
