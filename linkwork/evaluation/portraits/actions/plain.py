"""The story in plain language, bound to the statements it tells."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.actions.parts.checks import fitting
from linkwork.evaluation.portraits.actions.parts.finding import live_in, portrait_of, stamp_of
from linkwork.evaluation.portraits.reads.content import stamp
from linkwork.trail import actions as trail

LONGEST_PLAIN = 600


@action
def write_plain(
    *,
    portrait_id: UUID,
    language: str,
    story: str,
    lines: Mapping[UUID, str],
    by: Viewer,
    at: dt.datetime,
) -> None:
    """Tell the story, and each statement of `lines`, in plain words; all of them then tell what now stands.

    Raises NotFound, Invalid (language, story, or a statement's id as text).
    """
    row = portrait_of(by, portrait_id)
    if not language or len(language) > 12:
        raise Invalid({"language": _("Choose one of the answers offered.")})
    row.plain, row.plain_language, row.plain_of = fitting("story", story), language, stamp_of(row)
    row.save(update_fields=["plain", "plain_language", "plain_of"])
    for statement in live_in(row):
        if statement.id in lines:
            words = fitting(str(statement.id), lines[statement.id], LONGEST_PLAIN)
            statement.plain, statement.plain_of = words, stamp([(statement.kind, statement.text)])
            statement.save(update_fields=["plain", "plain_of"])
    trail.record(by=by, at=at, what="portraits.write_plain", about="portrait", about_id=portrait_id)
