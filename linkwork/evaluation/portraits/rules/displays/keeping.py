"""Writing a display down as it stands: its verdicts and ratings as JSON-able values, and reading them back the same."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from linkwork.evaluation.coding.rules.agreement import Agreement, Coefficient, Undefined, Unit
from linkwork.evaluation.portraits.rules.displays.verdicts import Given, Judged, Review
from linkwork.evaluation.portraits.rules.kinds import Verdict


def freeze_review(review: Review) -> dict[str, Any]:
    """Who judged a row, and how."""
    return {
        "judged": review.judged.value,
        "decided_by": review.decided_by,
        "given": [
            {
                "reviewer_id": str(one.reviewer_id),
                "reviewer": one.reviewer,
                "verdict": one.verdict.value,
                "reasoning": one.reasoning,
                "stale": one.stale,
            }
            for one in review.given
        ],
    }


def thaw_review(kept: Mapping[str, Any] | None) -> Review:
    """As it was frozen; None is of a display frozen before there were reviewers."""
    if kept is None:
        return Review(Judged.DECIDED)
    given = tuple(
        Given(
            UUID(one["reviewer_id"]),
            one["reviewer"],
            Verdict(one["verdict"]),
            one["reasoning"],
            one["stale"],
        )
        for one in kept["given"]
    )
    return Review(Judged(kept["judged"]), given, len(given), kept["decided_by"])


def freeze_agreement(found: Sequence[Agreement]) -> list[dict[str, Any]]:
    """How far reviewers agreed."""
    return [dataclasses.asdict(one) for one in found]


def thaw_agreement(kept: Sequence[Mapping[str, Any]]) -> tuple[Agreement, ...]:
    """The same."""
    return tuple(
        Agreement(
            **{
                **one,
                "coefficient": Coefficient(one["coefficient"]),
                "unit": Unit(one["unit"]),
                "why": Undefined(one["why"]) if one["why"] else None,
            }
        )
        for one in kept
    )
