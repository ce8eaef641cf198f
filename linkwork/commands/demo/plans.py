"""Plans of the demonstration: goals, who does what, how far they came, and what people say of the support."""

import datetime as dt

from linkwork.casework import actions, reads
from linkwork.casework.rules.plan import ActionOwner, ActionState, GoalState, NewAction, NewGoal
from linkwork.commands.demo.scene import Scene
from linkwork.connections import actions as connections
from linkwork.connections.reads import to_rate
from linkwork.connections.rules.feedback import Rating
from linkwork.outcomes import actions as outcomes
from linkwork.outcomes.rules.attainment import Level

DAY = dt.timedelta(days=1)
GOALS = (
    ("Know one other person I can have a coffee with", "Go to the open coffee morning once"),
    ("Feel safe about the rent each month", "Bring the letters along next time"),
    ("Get out of the house twice a week", "Walk to the library and back on Tuesdays"),
    ("Understand the letters that come", "Keep the letters in one folder"),
    ("Sleep through the night again", "Try going to bed at the same time for a week"),
)
OURS = (
    "Ask the organiser whether somebody can come along",
    "Find two places nearby",
    "Call to say you are coming",
)
SCALE = ("Worse than now", "As now", "What I hope for", "A little more", "More than I dare hope")
SAID = (
    (Rating.VERY_GOOD, "Somebody had time for me."),
    (Rating.GOOD, ""),
    (Rating.GOOD, "I knew whom to call."),
    (Rating.MIXED, "It took long until it began."),
)
MOST = 9


def fill(scene: Scene) -> None:
    """Plans for the newest running cases, and a few words on the support."""
    number = 0
    for card in scene.cards():
        if number == MOST:
            break
        if card.closed_on is None and card.last_contact_on is not None:
            at = max(scene.now - DAY * (20 - number), scene.now - DAY * 25)
            if card.opened_on < at.date():
                _plan(scene, card, number, at)
                number += 1


def _plan(scene: Scene, card: reads.CaseCard, number: int, at: dt.datetime) -> None:
    by = next((one for one in scene.workers if one.id == card.worker_id), scene.workers[0])
    plan_id = actions.open_plan(case_id=card.id, by=by, at=at)
    words, step = GOALS[number % len(GOALS)]
    goal = NewGoal(words, by_when=(at + 40 * DAY).date(), levels=SCALE if number % 3 == 0 else ())
    goal_id = actions.add_goal(plan_id=plan_id, goal=goal, by=by, at=at)
    theirs = actions.add_action(plan_id=plan_id, new=NewAction(step, goal_id=goal_id), by=by, at=at)
    due = (scene.now + DAY * (number % 4 - 1)).date()
    ours = NewAction(OURS[number % len(OURS)], ActionOwner.WORKER, goal_id, worker_id=by.id, due_on=due)
    actions.add_action(plan_id=plan_id, new=ours, by=by, at=at + DAY / 1440)
    later = scene.now - 2 * DAY
    if number % 2:
        actions.settle_action(action_id=theirs, to=ActionState.DONE, by=by, at=later)
    if number % 3 == 0:
        for level, when in ((Level.LESS, at), (Level.AS_HOPED if number % 2 else Level.MORE, later)):
            outcomes.note_attainment(goal_id=goal_id, level=level, noted_on=when.date(), by=by, at=later)
    if number % 5 == 4:
        actions.settle_goal(goal_id=goal_id, to=GoalState.REACHED, words="", by=by, at=later)
    for place, one in enumerate(to_rate(by, card.id, scene.now)[:2]):
        rating, said = SAID[(number + place) % len(SAID)]
        connections.give_feedback(
            case_id=card.id, service_id=one.service_id, rating=rating, words=said, by=by, at=later
        )
