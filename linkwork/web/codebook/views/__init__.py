"""The pages of codebooks."""

from linkwork.web.codebook.views.book import frames, freeze, home, new_list, own_list, undo_merge, version
from linkwork.web.codebook.views.code import code, new_code
from linkwork.web.codebook.views.method import method, themes

__all__ = [
    "code",
    "frames",
    "freeze",
    "home",
    "method",
    "new_code",
    "new_list",
    "own_list",
    "themes",
    "undo_merge",
    "version",
]
