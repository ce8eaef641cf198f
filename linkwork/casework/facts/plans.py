"""What an extract learns of plans: what goals are about and whether they were reached; never the words."""

from collections.abc import Iterator
from uuid import UUID

from linkwork.casework.facts.parts import CASE_ID, DAY, FLAG, ID, PERSON_ID, PERSONAL, PSEUDONYM, TEXT
from linkwork.casework.models import Goal, PlanAction
from linkwork.core.facts import Column, FactTable


def goals(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a goal. How far it came is in the attainments, joined on its id."""
    rows = Goal.objects.filter(programme_id=programme_id).order_by("id")
    for *begin, term, state, set_on, closed_on in rows.values_list(
        "id", "plan_id", "plan__case_id", "plan__case__person_id", "term", "state", "set_on", "closed_on"
    ).iterator():
        yield (*begin, term or None, state, set_on, closed_on)


def actions(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a thing to do."""
    rows = PlanAction.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list(
        "id", "plan_id", "plan__case_id", "plan__case__person_id", "goal_id", "owner", "state", "set_on",
        "settled_on", "by_person",
    ).iterator()  # fmt: skip


PLAN_ID = Column("plan_id", ID, PSEUDONYM, "goals and actions of one plan")
TABLES = (
    FactTable(
        "goals",
        (
            Column("goal_id", ID, PSEUDONYM, "to join how far it came"),
            PLAN_ID,
            CASE_ID,
            PERSON_ID,
            Column("term", TEXT, PERSONAL, "what goals are about; missing where no term was chosen"),
            Column("state", TEXT, PERSONAL, "how many goals are reached"),
            Column("set_on", DAY, PERSONAL, "how soon goals are set, and how long they take"),
            Column("closed_on", DAY, PERSONAL, "how long goals take"),
        ),
        goals,
    ),
    FactTable(
        "plan_actions",
        (
            Column("action_id", ID, PSEUDONYM, "to count each once"),
            PLAN_ID,
            CASE_ID,
            PERSON_ID,
            Column("goal_id", ID, PSEUDONYM, "which goal it serves"),
            Column("owner", TEXT, PERSONAL, "who does what: the person, a worker, somebody else"),
            Column("state", TEXT, PERSONAL, "how many are done"),
            Column("set_on", DAY, PERSONAL, "how long things take"),
            Column("settled_on", DAY, PERSONAL, "how long things take"),
            Column("by_person", FLAG, PERSONAL, "how many people keep their plan themselves"),
        ),
        actions,
    ),
)
