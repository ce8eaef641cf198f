"""What the words of coding together are called on screen."""

from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules.agreement import Coefficient, Unit
from linkwork.evaluation.coding.rules.differences import Choice, Sort
from linkwork.evaluation.coding.rules.rounds import Purpose

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
