"""Finishing an attempt at a practice set, and beginning anew."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import check_may_code
from linkwork.evaluation.coding.actions.parts.lookups import hold_round
from linkwork.evaluation.coding.models import Attempt, Coding, RoundDone
from linkwork.evaluation.coding.reads.practice import practice, practice_set
from linkwork.evaluation.coding.reads.records import as_json
from linkwork.evaluation.coding.reads.rounds import RoundCard
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.rules import Doing
from linkwork.trail import actions as trail


@action
def finish_attempt(*, round_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """Keep how one's codings stand to the expert's now; the attempt's number.

    Raises NotFound, IllegalStep (not a learner; not done with every source; nothing changed since the last attempt).
    """
    hold_round(by, round_id)
    card = _learning(by, round_id)
    found = practice(by, round_id, by.worker_id)
    rows = Attempt.objects.filter(programme_id=by.programme, round_id=card.id, coder_id=by.worker_id)
    last = rows.order_by("-number").first()
    if last is not None and last.digest == found.agreed.digest:
        raise IllegalStep(_("This attempt is kept already. Begin anew to try once more."))
    number = last.number + 1 if last else 1
    Attempt.objects.create(
        programme_id=by.programme,
        round_id=card.id,
        coder_id=by.worker_id,
        number=number,
        found=as_json(found.agreed),
        digest=found.agreed.digest,
        created_at=at,
    )
    detail: dict[str, object] = {"number": number}
    trail.record(by=by, at=at, what="coding.finish_attempt", about="round", about_id=round_id, detail=detail)
    return number


@action
def begin_anew(*, round_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take one's own codings and done marks in the set away, to code it afresh. Attempts stay.

    Raises NotFound, IllegalStep (not a learner; the set is closed).
    """
    card = _learning(by, round_id)
    if card.closed_at is not None:
        raise IllegalStep(_("This round is closed already."))
    sources = [one.id for one in card.sources]
    own = Coding.objects.filter(programme_id=by.programme, coder_id=by.worker_id, source_id__in=sources)
    gone = own.filter(removed_at__isnull=True).update(removed_at=at)
    RoundDone.objects.filter(programme_id=by.programme, round_id=card.id, coder_id=by.worker_id).delete()
    detail: dict[str, object] = {"codings": gone}
    trail.record(by=by, at=at, what="coding.begin_anew", about="round", about_id=round_id, detail=detail)


def _learning(by: Viewer, round_id: UUID) -> RoundCard:
    check_may_code(by)
    card = practice_set(by, round_id)
    check_part(card.my_part, Doing.CODE)
    if by.id not in {one.id for one in card.coders}:
        raise IllegalStep(_("You do not learn in this set."))
    return card
