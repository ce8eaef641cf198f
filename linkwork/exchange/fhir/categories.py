"""Which category of the SDOH Clinical Care guide a need falls into, and back.

The codes are those of SDOHCC-CodeSystemTemporaryCodes (HL7, CC0 1.0). A need without a row is "unspecified": the
guide's categories are narrower than what people ask for, and a wrong category is worse than none.
"""

UNSPECIFIED = "sdoh-category-unspecified"
CATEGORIES: dict[str, str] = {
    "company": "social-connection",
    "food": "food-insecurity",
    "money": "financial-insecurity",
    "housing": "housing-instability",
    "home_help": "material-hardship",
    "work": "employment-status",
    "language": "language-access",
    "transport": "transportation-insecurity",
    "digital": "digital-literacy",
    "mood": "stress",
    "health_care": "personal-health-literacy",
}
# What others may send that has a need of ours, beside those above.
ALSO: dict[str, str] = {
    "homelessness": "housing",
    "inadequate-housing": "housing",
    "utility-insecurity": "money",
    "medical-cost-burden": "money",
    "digital-access": "digital",
    "educational-attainment": "work",
    "intimate-partner-violence": "safety",
    "elder-abuse": "safety",
}
NEEDS = {code: need for need, code in CATEGORIES.items()} | ALSO


def category_of(need: str) -> str:
    """The guide's category for a term of the list of needs."""
    return CATEGORIES.get(need, UNSPECIFIED)
