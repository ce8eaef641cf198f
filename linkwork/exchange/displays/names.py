"""What the kinds of display, their columns and verdicts are called, on screen and on paper."""

from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules.agreement import Coefficient
from linkwork.evaluation.coding.rules.scores import Verdict as Flagged
from linkwork.evaluation.portraits.rules.displays.layouts import Column, DisplayKind
from linkwork.evaluation.portraits.rules.kinds import Verdict

KINDS = {
    DisplayKind.CONVERGENT: _("Side by side"),
    DisplayKind.EXPLANATORY: _("From figures to words"),
    DisplayKind.EXPLORATORY: _("From words to figures"),
    DisplayKind.STATISTICS: _("Statistics by theme"),
    DisplayKind.CASES: _("Case comparison"),
}
USUAL_COLUMNS = {
    Column.FIGURES: _("In figures"),
    Column.WORDS: _("In words"),
    Column.BRIDGE: _("From one to the other"),
    Column.RATINGS: _("Ratings"),
    Column.CASES: _("By case"),
    Column.FIT: _("How they fit"),
}
OWN_COLUMNS = {
    DisplayKind.EXPLANATORY: {
        Column.FIGURES: _("What the figures showed"),
        Column.BRIDGE: _("What we asked next"),
        Column.WORDS: _("What people said"),
    },
    DisplayKind.EXPLORATORY: {
        Column.WORDS: _("What people said"),
        Column.BRIDGE: _("What to count"),
        Column.FIGURES: _("What was counted"),
    },
    DisplayKind.STATISTICS: {
        Column.WORDS: _("The theme in words"),
        Column.FIGURES: _("The theme in figures"),
    },
}
VERDICTS = {
    Verdict.CONFIRM: _("Confirm: both say the same"),
    Verdict.EXPAND: _("Expand: one explains the other"),
    Verdict.DISAGREE: _("Disagree: they contradict each other"),
    Verdict.SILENT: _("Silent: one side has nothing to say"),
}
FLAGGED = {
    Flagged.STRONG: _("Tells them apart strongly"),
    Flagged.WEAK: _("Tells them apart weakly"),
    Flagged.MIXED: _("No pattern"),
    Flagged.INSUFFICIENT: _("Too little known"),
}
COEFFICIENTS = {
    Coefficient.PERCENT: _("the same verdict"),
    Coefficient.COHEN: _("Cohen’s kappa"),
    Coefficient.AC1: _("Gwet’s AC1"),
}


def column_name(kind: DisplayKind, column: Column) -> str:
    """What a column is called in a display of this kind."""
    return str(OWN_COLUMNS.get(kind, {}).get(column, USUAL_COLUMNS[column]))
