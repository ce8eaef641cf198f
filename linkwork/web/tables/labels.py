"""What the choices of tables are called on screen."""

from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.reads import Order
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.rules.tables.asked import Across, Count, Near
from linkwork.evaluation.coding.rules.tables.summaries import MatrixKind

CODES = "codes"  # columns that are other codes
COLUMNS = {
    Across.GROUP: _("Who speaks"),
    Across.STAGE: _("Stage"),
    Across.SOURCE: _("Source"),
    Across.VALENCE: _("What it does"),
    Across.CODER: _("Coder"),
    Across.STUDY: _("Every study of the programme"),
    CODES: _("Other codes, together"),
}
COUNTS = {
    Count.PASSAGES: _("Passages"),
    Count.SOURCES: _("Sources"),
    Count.WORDS: _("Words in passages"),
    Count.STRENGTH: _("How strongly together (c)"),
}
NEAR = {
    Near.PASSAGE: _("In the same passage"),
    Near.TURN: _("In the same turn"),
    Near.REACH: _("Within so many characters"),
}
LAYERS = {
    Layer.CONSENSUS: _("Consensus where there is one"),
    Layer.CODERS: _("What each coder coded"),
}
FILES = {"xlsx": _("Spreadsheet"), "docx": _("Word"), "csv": _("CSV"), "html": _("Web page")}
MATRICES = {
    MatrixKind.FRAMEWORK: _("Framework: what was coded, summarised for each source"),
    MatrixKind.RAPID: _("Rapid: a sheet for each source, without coding first"),
}
ORDERS = {Order.CODED: _("As they were first coded"), Order.ADDED: _("As they came into the study")}
