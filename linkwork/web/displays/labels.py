"""What the words of joint displays are called on screen."""

from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.portraits.rules.displays.differences import Change
from linkwork.evaluation.portraits.rules.displays.layouts import DisplayKind, Split
from linkwork.evaluation.portraits.rules.displays.verdicts import Judged

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
JUDGED = {  # words, kind of chip
    Judged.OPEN: (_("not decided yet"), "needs"),
    Judged.WAITING: (_("reviewers still judge"), "info"),
    Judged.APART: (_("reviewers differ: settle it"), "needs"),
    Judged.DECIDED: (_("decided"), "quiet"),
}
CHANGES = {
    Change.FIGURE: _("The figure is another one today"),
    Change.NO_FIGURE: _("The figure cannot be told today"),
    Change.REMOVED: _("The coding was taken back"),
    Change.WITHHELD: _("It may not be quoted any more"),
    Change.QUOTABLE: _("It was withheld, and may be quoted today"),
    Change.RECODED: _("The passage is coded otherwise today"),
}
