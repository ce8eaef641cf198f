"""The only writes of this room."""

from linkwork.evaluation.coding.actions.codings import (
    change_coding,
    code_found,
    code_passage,
    remove_coding,
    restore_coding,
    write_memo,
)
from linkwork.evaluation.coding.actions.consents import give_consent, withdraw_consent
from linkwork.evaluation.coding.actions.memos import add_memo, change_memo, remove_memo, restore_memo
from linkwork.evaluation.coding.actions.rounds import close_round, mark_done, mark_not_done, open_round
from linkwork.evaluation.coding.actions.stepping import redo, undo, undo_found
from linkwork.evaluation.coding.actions.texts import (
    Edited,
    accept_change,
    edit_text,
    go_back,
    let_go,
    place_lost,
)

__all__ = [
    "Edited",
    "accept_change",
    "add_memo",
    "change_coding",
    "change_memo",
    "close_round",
    "code_found",
    "code_passage",
    "edit_text",
    "give_consent",
    "go_back",
    "let_go",
    "mark_done",
    "mark_not_done",
    "open_round",
    "place_lost",
    "redo",
    "remove_coding",
    "remove_memo",
    "restore_coding",
    "restore_memo",
    "undo",
    "undo_found",
    "withdraw_consent",
    "write_memo",
]
