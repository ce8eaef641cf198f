"""In which states can an errand be, and how long is what it brought kept?"""

import datetime as dt
from enum import StrEnum

from linkwork.core.errors import IllegalStep, sentence

KEPT_FOR = dt.timedelta(days=7)  # then it is forgotten, and its file with it
MOST_TRIES = 3


class State(StrEnum):
    """Where an errand stands."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


# From where to where, and who takes the step. What was interrupted waits again.
STEPS: dict[tuple[State, State], str] = {
    (State.WAITING, State.WORKING): "system",
    (State.WAITING, State.STOPPED): "asker",
    (State.WORKING, State.WAITING): "system",
    (State.WORKING, State.DONE): "system",
    (State.WORKING, State.FAILED): "system",
    (State.WORKING, State.STOPPED): "asker",
}
ENDED = frozenset({State.DONE, State.FAILED, State.STOPPED})


def next_state(now: State, to: State) -> State:
    """`to`, if it can be reached from `now`. Raises IllegalStep."""
    if (now, to) not in STEPS:
        raise IllegalStep(sentence("This has ended already."))
    return to


def after_interruption(tries: int) -> State:
    """Where an errand goes whose work broke off: tried again, but what ends every time is not tried for ever."""
    return State.WAITING if tries < MOST_TRIES else State.FAILED


def forgotten_before(at: dt.datetime) -> dt.datetime:
    """What ended before this moment is forgotten at `at`."""
    return at - KEPT_FOR


def share_done(done: int, parts: int) -> int:
    """How much is done, in hundredths; 0 where nobody knows how many parts there are."""
    return min(100, 100 * done // parts) if parts else 0
