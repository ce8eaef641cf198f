"""The pages of findings, a file per matter."""

from linkwork.web.tables.views.matrices import cell, home, remove, save, saved, table
from linkwork.web.tables.views.reading import matrix
from linkwork.web.tables.views.readings import saturation, words
from linkwork.web.tables.views.written import (
    case,
    change_matrix,
    matrix_cell,
    new_matrix,
    remove_matrix,
)

__all__ = [
    "case",
    "cell",
    "change_matrix",
    "home",
    "matrix",
    "matrix_cell",
    "new_matrix",
    "remove",
    "remove_matrix",
    "saturation",
    "save",
    "saved",
    "table",
    "words",
]
