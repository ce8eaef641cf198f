"""The only writes of displays and portraits."""

from linkwork.evaluation.portraits.actions.displays import (
    add_row,
    add_rows_about,
    change_display,
    change_row,
    freeze_display,
    give_verdict,
    judge_anew,
    move_row,
    next_version,
    open_display,
    open_verdicts,
    remove_row,
    restore_row,
    settle_verdict,
)
from linkwork.evaluation.portraits.actions.portraits import (
    add_event,
    change_portrait,
    open_portrait,
    remove_event,
    share_portrait,
    write_section,
)
from linkwork.evaluation.portraits.actions.reviews import comment, sign_off
from linkwork.evaluation.portraits.actions.statements import (
    add_statement,
    change_statement,
    link_figures,
    link_quotes,
    remove_statement,
)

__all__ = [
    "add_event",
    "add_row",
    "add_rows_about",
    "add_statement",
    "change_display",
    "change_portrait",
    "change_row",
    "change_statement",
    "comment",
    "freeze_display",
    "give_verdict",
    "judge_anew",
    "link_figures",
    "link_quotes",
    "move_row",
    "next_version",
    "open_display",
    "open_portrait",
    "open_verdicts",
    "remove_event",
    "remove_row",
    "remove_statement",
    "restore_row",
    "settle_verdict",
    "share_portrait",
    "sign_off",
    "write_section",
]
