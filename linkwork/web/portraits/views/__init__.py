"""The pages of displays and portraits."""

from linkwork.web.portraits.views.drafting import draft, statement_new
from linkwork.web.portraits.views.plain import plain
from linkwork.web.portraits.views.reading import home, pdf, read, review, sign
from linkwork.web.portraits.views.sharing import share
from linkwork.web.portraits.views.statements import (
    evidence,
    statement,
    statement_merge,
    statement_move,
    statement_put_back,
    statement_remove,
    statement_throw_away,
)
from linkwork.web.portraits.views.steps import edit, new, section
from linkwork.web.portraits.views.timeline import event_new, event_remove, picture, picture_withdraw

__all__ = [
    "draft",
    "edit",
    "event_new",
    "event_remove",
    "evidence",
    "home",
    "new",
    "pdf",
    "picture",
    "picture_withdraw",
    "plain",
    "read",
    "review",
    "section",
    "share",
    "sign",
    "statement",
    "statement_merge",
    "statement_move",
    "statement_new",
    "statement_put_back",
    "statement_remove",
    "statement_throw_away",
]
