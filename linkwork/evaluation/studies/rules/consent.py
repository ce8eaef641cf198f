"""What was agreed to, where it is said in one word."""

from linkwork.evaluation.studies.rules.words import ConsentForm


def consent_of(said: bool | ConsentForm) -> ConsentForm:
    """True is quoting without a name, False is reading only: the careful sense of both."""
    if isinstance(said, ConsentForm):
        return said
    return ConsentForm.UNNAMED if said else ConsentForm.ANALYSE
