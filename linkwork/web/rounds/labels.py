"""What the words of coding together are called on screen."""

from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules.agreement import Coefficient, Unit
from linkwork.evaluation.coding.rules.differences import Choice, Sort
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.evaluation.coding.rules.scores import CaseKind, Flag, Verdict

PURPOSES = {
    Purpose.DOUBLE: _("Double coding"),
    Purpose.PRACTICE: _("Practice set"),
    Purpose.OPEN: _("Shared work"),
}
PURPOSES_EXPLAINED = {
    Purpose.DOUBLE: _("Double coding: several read the same sources, to compare and to settle"),
    Purpose.PRACTICE: _("Practice set: learners code what an expert has coded"),
    Purpose.OPEN: _("Shared work: to see how far everybody is"),
}
UNITS = {
    Unit.CHARACTER: _("Character"),
    Unit.SENTENCE: _("Sentence"),
    Unit.TURN: _("Speaker’s turn"),
    Unit.PARAGRAPH: _("Paragraph"),
    Unit.WINDOW: _("Fixed window"),
    Unit.PASSAGE: _("Passage anybody coded"),
    Unit.DOCUMENT: _("Whole source"),
}
COEFFICIENTS = {
    Coefficient.PERCENT: _("Percent agreement"),
    Coefficient.COHEN: _("Cohen’s kappa"),
    Coefficient.FLEISS: _("Fleiss’ kappa"),
    Coefficient.AC1: _("Gwet’s AC1"),
    Coefficient.ALPHA_NOMINAL: _("Krippendorff’s alpha"),
    Coefficient.ALPHA_ORDINAL: _("Alpha, ordinal"),
    Coefficient.ALPHA_INTERVAL: _("Alpha, interval"),
    Coefficient.U_ALPHA: _("Unitizing alpha"),
    Coefficient.U_ALPHA_BINARY: _("Unitizing alpha, passage or gap"),
    Coefficient.CU_ALPHA: _("Unitizing alpha of the codes alone"),
}
UNIT_CHOICES = {**UNITS, Unit.CONTINUUM: _("The coders’ own passages (unitizing alpha only)")}
SORTS = {
    Sort.SAME: _("Same"),
    Sort.WEIGHT: _("Same, weighed differently"),
    Sort.BOUNDARY: _("Other boundaries"),
    Sort.CODE: _("Other codes"),
    Sort.ONLY: _("Not everybody"),
}
SORT_CHIPS = {  # kind of chip, icon: colour is never alone
    Sort.SAME: ("", "equal"),
    Sort.WEIGHT: ("info", "scale"),
    Sort.BOUNDARY: ("info", "unfold-horizontal"),
    Sort.CODE: ("needs", "tag"),
    Sort.ONLY: ("quiet", "user"),
}
CHOICES = {
    Choice.AGREED: _("taken as all saw it"),
    Choice.ONE: _("one taken"),
    Choice.BOTH: _("all taken"),
    Choice.NEITHER: _("none taken"),
}
CASE_KINDS = {
    CaseKind.PROGRAMME: _("Programmes"),
    CaseKind.SITE: _("Sites"),
    CaseKind.STAGE: _("Stages"),
    CaseKind.GROUP: _("Groups"),
    CaseKind.SOURCE: _("Sources"),
}
VERDICTS = {
    Verdict.STRONG: _("Tells them apart strongly"),
    Verdict.WEAK: _("Tells them apart weakly"),
    Verdict.MIXED: _("No pattern"),
    Verdict.INSUFFICIENT: _("Too little known"),
}
FLAGS = {
    Flag.APART: _("The raters lie far apart"),
    Flag.NO_EVIDENCE: _("No passage stands behind it"),
    Flag.FEW_SOURCES: _("Strong, on few sources"),
}
SCORES = {
    "2": _("+2 helps strongly"),
    "1": _("+1 helps"),
    "0": _("0 neutral"),
    "mixed": _("Mixed: help and hindrance together"),
    "-1": _("−1 hinders"),
    "-2": _("−2 hinders strongly"),
    "missing": _("Missing: nothing was said"),
}
