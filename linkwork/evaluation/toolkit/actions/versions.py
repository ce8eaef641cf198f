"""Giving an edition of the site its number."""

import datetime as dt

from linkwork.core.actions import action
from linkwork.core.viewer import Viewer
from linkwork.evaluation.toolkit import reads
from linkwork.evaluation.toolkit.access import check_may_read
from linkwork.evaluation.toolkit.models import Version
from linkwork.evaluation.toolkit.rules.site import build_site
from linkwork.evaluation.toolkit.rules.versions import changes_between, content_of, hash_of
from linkwork.trail import actions as trail


@action
def issue(*, by: Viewer, at: dt.datetime) -> int:
    """Number what is published now; its number. Where nothing has changed it keeps the number it has.

    Before anything is published there is nothing to number: 0.
    """
    check_may_read(by)
    content = content_of(build_site(reads.edition(by)).advice)
    now = hash_of(content)
    last = Version.objects.select_for_update().filter(programme_id=by.programme).order_by("-number").first()
    if last is not None and last.hash == now:
        return last.number
    if last is None and not content:
        return 0
    row = Version.objects.create(
        programme_id=by.programme,
        number=last.number + 1 if last else 1,
        hash=now,
        content=content,
        changes=changes_between(last.content if last else [], content),
        created_at=at,
    )
    trail.record(by=by, at=at, what="toolkit.issue", about="version", about_id=row.id)
    return row.number
