"""The pages of displays and portraits."""

from linkwork.web.portraits.views.advising import advisers, answer, link_new, link_revoke
from linkwork.web.portraits.views.comparing import compare
from linkwork.web.portraits.views.drafting import draft, statement_new
from linkwork.web.portraits.views.plain import plain
from linkwork.web.portraits.views.reading import home, html, pdf, read, slides
from linkwork.web.portraits.views.reviewing import review, review_mark, review_one, sign, voice
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
from linkwork.web.portraits.views.versions import freeze_version, version, versions

__all__ = [
    "advisers",
    "answer",
    "compare",
    "draft",
    "edit",
    "event_new",
    "event_remove",
    "evidence",
    "freeze_version",
    "home",
    "html",
    "link_new",
    "link_revoke",
    "new",
    "pdf",
    "picture",
    "picture_withdraw",
    "plain",
    "read",
    "review",
    "review_mark",
    "review_one",
    "section",
    "share",
    "sign",
    "slides",
    "statement",
    "statement_merge",
    "statement_move",
    "statement_new",
    "statement_put_back",
    "statement_remove",
    "statement_throw_away",
    "version",
    "versions",
    "voice",
]
