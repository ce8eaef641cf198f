"""The only writes of displays and portraits."""

from linkwork.evaluation.portraits.actions.displays import (
    add_row,
    change_row,
    freeze_display,
    open_display,
    remove_row,
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
    "add_statement",
    "change_portrait",
    "change_row",
    "change_statement",
    "comment",
    "freeze_display",
    "link_figures",
    "link_quotes",
    "open_display",
    "open_portrait",
    "remove_event",
    "remove_row",
    "remove_statement",
    "share_portrait",
    "sign_off",
    "write_section",
]
