"""How does a table of findings leave as a spreadsheet, a Word document, a text file or a web page?

Cells are placed as text or numbers, never as formulas.
"""

from linkwork.exchange.grids.writing import FORMATS, Format, Grid, written

__all__ = ["FORMATS", "Format", "Grid", "written"]
