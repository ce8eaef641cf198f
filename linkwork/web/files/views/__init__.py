"""Files of a study: to and from other programs, and for papers."""

from linkwork.web.files.views.papers import codebook_table, marked_text, papers, quotations
from linkwork.web.files.views.projects import codebook, codes, home, new, project

__all__ = [
    "codebook",
    "codebook_table",
    "codes",
    "home",
    "marked_text",
    "new",
    "papers",
    "project",
    "quotations",
]
