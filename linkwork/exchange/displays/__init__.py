"""How does a joint display leave? As a page that needs nothing beside it, for Word, as PDF, as a sheet of its rows.

Figures about too few and words without consent stay here; each figure and quotation says where it comes from.
"""

from linkwork.exchange.displays.composing import compose
from linkwork.exchange.displays.files import FORMATS, Format, written
from linkwork.exchange.displays.paper import Paper

__all__ = ["FORMATS", "Format", "Paper", "compose", "written"]
