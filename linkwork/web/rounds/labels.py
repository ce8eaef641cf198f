"""What the words of coding together are called on screen."""

from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules.agreement import Unit
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
