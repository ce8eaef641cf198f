"""The pages of findings, a file per matter."""

from linkwork.web.tables.views.matrices import cell, home, remove, save, saved, table

__all__ = ["cell", "home", "remove", "save", "saved", "table"]
