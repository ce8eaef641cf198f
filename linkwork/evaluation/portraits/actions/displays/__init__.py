"""The only writes of joint displays: opened, filled, judged by reviewers apart, frozen, gone on with."""

from linkwork.evaluation.portraits.actions.displays.freezing import freeze_display, next_version
from linkwork.evaluation.portraits.actions.displays.opening import change_display, open_display
from linkwork.evaluation.portraits.actions.displays.order import move_row, remove_row, restore_row
from linkwork.evaluation.portraits.actions.displays.rows import add_row, add_rows_about, change_row
from linkwork.evaluation.portraits.actions.displays.verdicts import (
    give_verdict,
    judge_anew,
    open_verdicts,
    settle_verdict,
)

__all__ = [
    "add_row",
    "add_rows_about",
    "change_display",
    "change_row",
    "freeze_display",
    "give_verdict",
    "judge_anew",
    "move_row",
    "next_version",
    "open_display",
    "open_verdicts",
    "remove_row",
    "restore_row",
    "settle_verdict",
]
