"""The only writes of this room."""

from linkwork.evaluation.coding.actions.codings import (
    code_passage,
    remove_coding,
    restore_coding,
    write_memo,
)
from linkwork.evaluation.coding.actions.consents import give_consent, withdraw_consent

__all__ = [
    "code_passage",
    "give_consent",
    "remove_coding",
    "restore_coding",
    "withdraw_consent",
    "write_memo",
]
