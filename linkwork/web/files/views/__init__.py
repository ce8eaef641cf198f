"""Files of a study: to and from other programs, and for papers."""

from linkwork.web.files.views.checklists import checklist, checklist_paper, checklists, draft
from linkwork.web.files.views.papers import codebook_table, marked_text, papers, quotations
from linkwork.web.files.views.projects import codebook, codes, home, new, project

__all__ = [
    "checklist",
    "checklist_paper",
    "checklists",
    "codebook",
    "codebook_table",
    "codes",
    "draft",
    "home",
    "marked_text",
    "new",
    "papers",
    "project",
    "quotations",
]
