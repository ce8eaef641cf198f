"""What the words of displays and portraits are called on screen."""

from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.portraits.rules.kinds import StatementKind, Step, Verdict
from linkwork.evaluation.portraits.rules.review import Standing

VERDICTS = {
    Verdict.CONFIRM: _("Confirm"),
    Verdict.EXPAND: _("Expand"),
    Verdict.DISAGREE: _("Disagree"),
    Verdict.SILENT: _("Silent"),
}
VERDICTS_EXPLAINED = {
    Verdict.CONFIRM: _("Confirm: both say the same"),
    Verdict.EXPAND: _("Expand: one explains the other"),
    Verdict.DISAGREE: _("Disagree: they contradict each other"),
    Verdict.SILENT: _("Silent: one side has nothing to say"),
}
VERDICT_ICONS = {  # the word always stands beside it
    Verdict.CONFIRM: "equal",
    Verdict.EXPAND: "expand",
    Verdict.DISAGREE: "equal-not",
    Verdict.SILENT: "volume-x",
}
KINDS = {
    StatementKind.BARRIER: _("What hindered"),
    StatementKind.FACILITATOR: _("What helped"),
    StatementKind.STRATEGY: _("What was done"),
    StatementKind.EVENT: _("What happened"),
    StatementKind.FINDING: _("What was found"),
}
KIND_ICONS = {
    StatementKind.BARRIER: "minus",
    StatementKind.FACILITATOR: "plus",
    StatementKind.STRATEGY: "wrench",
    StatementKind.EVENT: "calendar",
    StatementKind.FINDING: "lightbulb",
}
STANDINGS = {  # words, kind of chip
    Standing.DRAFT: (_("draft"), "quiet"),
    Standing.WAITING: (_("waiting for an adviser"), "info"),
    Standing.COMMENTED: (_("an adviser has commented"), "needs"),
    Standing.SIGNED: (_("signed off by an adviser"), ""),
    Standing.CHANGED: (_("changed since it was signed off"), "needs"),
}
STEPS = {
    Step.FOCUS: _("Define the focus"),
    Step.STRUCTURE: _("Design the structure"),
    Step.POPULATE: _("Populate"),
    Step.INTERPRET: _("Interpret"),
}
