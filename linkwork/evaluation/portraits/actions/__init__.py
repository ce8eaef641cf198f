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
from linkwork.evaluation.portraits.actions.links import make_adviser_link, revoke_adviser_link
from linkwork.evaluation.portraits.actions.ordering import (
    merge_statements,
    move_statement,
    put_back_statement,
    remove_statement,
    throw_away_statement,
)
from linkwork.evaluation.portraits.actions.plain import write_plain
from linkwork.evaluation.portraits.actions.portraits import (
    change_portrait,
    open_portrait,
    share_portrait,
    write_section,
)
from linkwork.evaluation.portraits.actions.reviews import (
    answer_review,
    comment,
    mark_statement,
    sign_off,
    speak,
)
from linkwork.evaluation.portraits.actions.statements import (
    add_statement,
    change_statement,
    draft_statement,
    link_figures,
    link_quotes,
)
from linkwork.evaluation.portraits.actions.timeline import add_event, remove_event, withdraw_picture
from linkwork.evaluation.portraits.actions.versions import freeze_portrait

__all__ = [
    "add_event",
    "add_row",
    "add_rows_about",
    "add_statement",
    "answer_review",
    "change_display",
    "change_portrait",
    "change_row",
    "change_statement",
    "comment",
    "draft_statement",
    "freeze_display",
    "freeze_portrait",
    "give_verdict",
    "judge_anew",
    "link_figures",
    "link_quotes",
    "make_adviser_link",
    "mark_statement",
    "merge_statements",
    "move_row",
    "move_statement",
    "next_version",
    "open_display",
    "open_portrait",
    "open_verdicts",
    "put_back_statement",
    "remove_event",
    "remove_row",
    "remove_statement",
    "restore_row",
    "revoke_adviser_link",
    "settle_verdict",
    "share_portrait",
    "sign_off",
    "speak",
    "throw_away_statement",
    "withdraw_picture",
    "write_plain",
    "write_section",
]
