"""What scores are called where they stand as figures: "survey nomad coherence", "change phq-9 total"."""

SURVEY, CHANGE = "survey", "change"
GROUP = "group"  # by what a score of a survey is broken down: the groups of staff


def survey_score(survey: str, construct: str) -> str:
    """The score of a construct in a survey of staff."""
    return f"{SURVEY} {survey} {construct}"


def change_score(measure: str, score: str) -> str:
    """The change on one score of a measure."""
    return f"{CHANGE} {measure} {score}"


def parts_of(indicator: str) -> tuple[str, str, str] | None:
    """(kind, survey or measure, construct or score); None where it is no score."""
    kind, _space, rest = indicator.partition(" ")
    about, _space, what = rest.partition(" ")
    return (kind, about, what) if kind in (SURVEY, CHANGE) and about and what else None


def of_staff(indicator: str) -> bool:
    """Whether it is a score of a survey of staff, which is taken apart from the record."""
    found = parts_of(indicator)
    return found is not None and found[0] == SURVEY
