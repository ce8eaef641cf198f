"""A learner's attempts in plain values."""

from linkwork.evaluation.coding.reads import AttemptCard
from linkwork.evaluation.coding.rules.agreement import Coefficient
from linkwork.web.rounds.presenters.agreement import number
from linkwork.web.shared.days import date_said, local_day


def attempt_row(one: AttemptCard) -> list[str]:
    """Number, day, percent agreement and kappa of one attempt, over all codes together."""
    return [
        str(one.number),
        date_said(local_day(one.at)),
        _value(one, Coefficient.PERCENT),
        _value(one, Coefficient.COHEN),
    ]


def _value(one: AttemptCard, coefficient: Coefficient) -> str:
    for kept in one.found["pooled"]:
        if kept["coefficient"] == coefficient and kept["value"] is not None:
            return number(kept["value"], coefficient)
    return "–"
