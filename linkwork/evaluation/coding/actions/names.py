"""Replacing names in a text, with the codings moved along."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from linkwork.core.actions import action
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import check_may_code
from linkwork.evaluation.coding.models import Coding, EarlierPlace, LostCoding
from linkwork.evaluation.coding.rules.anchors import follow
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads
from linkwork.evaluation.studies.rules import hash_of
from linkwork.evaluation.studies.rules.shifting import Shift
from linkwork.trail import actions as trail


@action
def replace_names(
    *,
    source_id: UUID,
    text_hash: str,
    decisions: Sequence[studies.NameDecision],
    finished: bool,
    by: Viewer,
    at: dt.datetime,
) -> int:
    """As `studies.actions.replace_names`; every coding goes on with the pseudonyms in its words. How many replaced.

    The way back to earlier versions ends here: they hold the names.
    """
    check_may_code(by)
    done = studies.replace_names(
        source_id=source_id, text_hash=text_hash, decisions=decisions, finished=finished, by=by, at=at
    )
    if not done.changes:
        return 0
    shift, old, now = Shift(done.changes), hash_of(done.old), reads.source(by, source_id)
    held = Coding.objects.select_for_update().filter(programme_id=by.programme, source_id=source_id)
    rows = list(held.filter(text_hash=old))
    for row in rows:
        row.start, row.end = follow(shift, row.start, row.end)
        row.text_hash, row.changed_from = now.hash, ""
    Coding.objects.bulk_update(rows, ["start", "end", "text_hash", "changed_from"], batch_size=500)
    EarlierPlace.objects.filter(programme_id=by.programme, coding__source_id=source_id).delete()
    instead = {done.old[one.start : one.end]: now.text[one.new_start : one.new_end] for one in done.changes}
    _rename_lost(by, source_id, now.hash, instead)
    detail: dict[str, object] = {"codings": len(rows)}
    trail.record(by=by, at=at, what="coding.replace_names", about="source", about_id=source_id, detail=detail)
    return len(done.changes)


def _rename_lost(by: Viewer, source_id: UUID, text_hash: str, instead: Mapping[str, str]) -> None:
    """What is kept of words that an earlier edit took out may hold the names too."""
    stale = Coding.objects.filter(programme_id=by.programme, source_id=source_id).exclude(text_hash=text_hash)
    stale.update(changed_from="")
    rows = list(LostCoding.objects.filter(programme_id=by.programme, coding__source_id=source_id))
    for row in rows:
        row.before = row.after = ""  # cut at a length, so that half a name may stand at the edge
        for name in sorted(instead, key=len, reverse=True):
            row.words = row.words.replace(name, instead[name])
    LostCoding.objects.bulk_update(rows, ["words", "before", "after"], batch_size=500)
