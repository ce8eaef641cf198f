"""What of a coding can change, as it stands now?"""

from linkwork.evaluation.coding.models import Coding
from linkwork.evaluation.coding.rules.steps import State


def state_of(row: Coding) -> State:
    """The coding's changeable part; one question for its codes."""
    codes = row.codes.order_by("frame", "construct").values_list("frame", "construct")
    return State(
        start=row.start,
        end=row.end,
        codes=[list(code) for code in codes],
        valence=row.valence,
        strength=row.strength,
        stage=row.stage,
        memo=row.memo,
        removed=row.removed_at is not None,
    )
