"""The pages of studies."""

from linkwork.web.study.views.coding import change, code, coding, memo, redo, remove, restore, undo
from linkwork.web.study.views.desk import arrived, desk, following, near, passage, strip, suggest
from linkwork.web.study.views.findings import overlap, quotes
from linkwork.web.study.views.lists import add, describe, describe_several, home, new, study
from linkwork.web.study.views.making import new_code
from linkwork.web.study.views.memos import memo_change, memo_remove, memo_restore, memos
from linkwork.web.study.views.search import code_found, search, undo_found

__all__ = [
    "add",
    "arrived",
    "change",
    "code",
    "code_found",
    "coding",
    "describe",
    "describe_several",
    "desk",
    "following",
    "home",
    "memo",
    "memo_change",
    "memo_remove",
    "memo_restore",
    "memos",
    "near",
    "new",
    "new_code",
    "overlap",
    "passage",
    "quotes",
    "redo",
    "remove",
    "restore",
    "search",
    "strip",
    "study",
    "suggest",
    "undo",
    "undo_found",
]
