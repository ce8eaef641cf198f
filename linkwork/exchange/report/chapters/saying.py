"""How are days, numbers and paragraphs said in every chapter?"""

from django.utils.translation import gettext as _

from linkwork.core.numbers import percent
from linkwork.evaluation.indicators.reads import number
from linkwork.evaluation.portraits.rules.kinds import Verdict

__all__ = ["hidden", "nothing", "number", "opinion", "paragraphs", "part", "share", "verdict_words"]


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text that hold anything."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def share(part: int, whole: int) -> str:
    """`part` of `whole` in percent, with one decimal; a dash where the whole is nought."""
    value = percent(part, whole)
    return "–" if value is None else _("%(value)s %%") % {"value": number(value)}


def part(count: int, whole: int) -> str:
    """A count with its share: "507 (39.2 %)"."""
    return _("%(count)s (%(share)s)") % {"count": number(count), "share": share(count, whole)}


def hidden() -> str:
    """What stands in place of a figure about too few."""
    return _("Too few people to show this figure.")


def opinion() -> str:
    """What stands by a statement that rests on nothing."""
    return _("Opinion: no evidence linked.")


def nothing() -> str:
    """What stands in an empty cell."""
    return "–"


def verdict_words(verdict: Verdict | None) -> str:
    """What a verdict of a joint display is called; None while nothing stands."""
    if verdict is None:
        return _("Not decided yet")
    return {
        Verdict.CONFIRM: _("Confirm: both say the same"),
        Verdict.EXPAND: _("Expand: one explains the other"),
        Verdict.DISAGREE: _("Disagree: they contradict each other"),
        Verdict.SILENT: _("Silent: one side has nothing to say"),
    }[verdict]
