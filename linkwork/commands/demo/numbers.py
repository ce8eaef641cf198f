"""How the year of each programme of the demonstration looks in numbers.

Shares follow published figures: 72 to 85 % of referrals to practices from medical routes, 6 to 12 contacts with a long
tail; among peer supporters 39 % of contacts are first ones.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Numbers:
    """How one programme's year looks. Weights are relative; `contacts` is the spread from which each person's comes."""

    people: int
    sources: dict[str, int]
    languages: dict[str, int]
    contacts: tuple[int, ...]
    modes: dict[str, int]


NUMBERS = {
    "practices": Numbers(
        people=50,
        sources={
            "general_practice": 62,
            "mental_health": 10,
            "hospital": 4,
            "pharmacy": 2,
            "social_care": 6,
            "housing_provider": 4,
            "self": 8,
            "family": 4,
        },
        languages={"en": 78, "ur": 14, "pl": 8},
        contacts=(2, 3, 4, 5, 6, 6, 7, 7, 8, 8, 9, 10, 12, 18),
        modes={"phone": 46, "met": 42, "accompanied": 6, "message": 6},
    ),
    "mothers": Numbers(
        people=45,
        sources={
            "outreach": 46,
            "self": 20,
            "child_health": 14,
            "maternity": 10,
            "school": 6,
            "community": 4,
        },
        languages={"ar": 38, "so": 26, "prs": 16, "ti": 10, "sv": 10},
        contacts=(1, 1, 2, 2, 2, 2, 3, 3, 4, 5),
        modes={"met": 56, "phone": 18, "accompanied": 12, "group": 8, "message": 6},
    ),
    "families": Numbers(
        people=40,
        sources={"outreach": 52, "child_health": 14, "school": 12, "social_care": 10, "self": 12},
        languages={"fr": 70, "ht": 12, "es": 10, "en": 8},
        contacts=(1, 2, 3, 4, 4, 5, 6, 9),
        modes={"met": 66, "message": 14, "phone": 8, "accompanied": 12},
    ),
}
