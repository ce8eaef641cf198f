"""Short ways to set a goal, add an action and look at a plan."""

import datetime as dt
import itertools

from linkwork.casework import actions, reads
from linkwork.casework.rules.plan import NewAction, NewGoal
from linkwork.testing.cast import NOON

TICKS = itertools.count()


def moment():
    """A little later each time, so that ids keep the order of entry."""
    return NOON + dt.timedelta(milliseconds=next(TICKS))


def goal(cast, plan_id, at=None, **more):
    new = NewGoal(**{"words": "Know one other mother", **more})
    return actions.add_goal(plan_id=plan_id, goal=new, by=cast.worker, at=at or moment())


def step(cast, plan_id, at=None, **more):
    new = NewAction(**{"words": "Go to the library", **more})
    return actions.add_action(plan_id=plan_id, new=new, by=cast.worker, at=at or moment())


def plan_of(viewer, case_id):
    """The newest plan."""
    return reads.plan_of(viewer, case_id)


def plan_on(viewer, plan_id, day):
    """The plan on a day."""
    return reads.plan_on(viewer, plan_id, day)


def own_plan(viewer, case_id):
    """What the person sees at NOON."""
    found = reads.own_plan(viewer, case_id, NOON)
    return found.card if found else None
