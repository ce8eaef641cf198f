"""The only writes of this room."""

from linkwork.evaluation.coding.actions.codings import (
    code_passage,
    remove_coding,
    restore_coding,
    write_memo,
)

__all__ = ["code_passage", "remove_coding", "restore_coding", "write_memo"]
