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
from linkwork.evaluation.coding.actions.stepping import redo, undo, undo_found

__all__ = [
    "add_memo",
    "change_coding",
    "change_memo",
    "code_found",
    "code_passage",
    "give_consent",
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
