"""What the words of joint displays are called on screen."""

from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules.agreement import Coefficient
from linkwork.evaluation.portraits.rules.displays.differences import Change
from linkwork.evaluation.portraits.rules.displays.layouts import Column, DisplayKind, Split
from linkwork.evaluation.portraits.rules.displays.verdicts import Judged

KINDS = {
    DisplayKind.CONVERGENT: _("Side by side"),
    DisplayKind.EXPLANATORY: _("From figures to words"),
    DisplayKind.EXPLORATORY: _("From words to figures"),
    DisplayKind.STATISTICS: _("Statistics by theme"),
    DisplayKind.CASES: _("Case comparison"),
}
KINDS_EXPLAINED = {
    DisplayKind.CONVERGENT: _("Side by side (convergent): both were gathered at once and meet here"),
    DisplayKind.EXPLANATORY: _(
        "From figures to words (explanatory sequential): a figure raised a question, people answered it"
    ),
    DisplayKind.EXPLORATORY: _(
        "From words to figures (exploratory sequential): people showed what to count, then it was counted"
    ),
    DisplayKind.STATISTICS: _("Statistics by theme: each theme with what is counted of it"),
    DisplayKind.CASES: _("Case comparison: each question across stages or groups"),
}
SPLITS = {
    Split.NONE: _("Not apart"),
    Split.STAGE: _("Stages of the programme"),
    Split.GROUP: _("Who speaks"),
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
JUDGED = {  # words, kind of chip
    Judged.OPEN: (_("not decided yet"), "needs"),
    Judged.WAITING: (_("reviewers still judge"), "info"),
    Judged.APART: (_("reviewers differ: settle it"), "needs"),
    Judged.DECIDED: (_("decided"), "quiet"),
}
COEFFICIENTS = {
    Coefficient.PERCENT: _("the same verdict"),
    Coefficient.COHEN: _("Cohen’s kappa"),
    Coefficient.AC1: _("Gwet’s AC1"),
}
CHANGES = {
    Change.FIGURE: _("The figure is another one today"),
    Change.NO_FIGURE: _("The figure cannot be told today"),
    Change.REMOVED: _("The coding was taken back"),
    Change.WITHHELD: _("It may not be quoted any more"),
    Change.QUOTABLE: _("It was withheld, and may be quoted today"),
    Change.RECODED: _("The passage is coded otherwise today"),
}


def column_name(kind: DisplayKind, column: Column) -> str:
    """What a column is called in a display of this kind."""
    return str(OWN_COLUMNS.get(kind, {}).get(column, USUAL_COLUMNS[column]))
