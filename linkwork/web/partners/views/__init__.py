"""Views of the partners' pages, one file per noun."""
