"""The pages of studies."""

from linkwork.web.study.views.desk import code, desk, memo, passage, remove, restore
from linkwork.web.study.views.findings import overlap, quotes
from linkwork.web.study.views.lists import add, describe, home, new, study

__all__ = [
    "add",
    "code",
    "describe",
    "desk",
    "home",
    "memo",
    "new",
    "overlap",
    "passage",
    "quotes",
    "remove",
    "restore",
    "study",
]
