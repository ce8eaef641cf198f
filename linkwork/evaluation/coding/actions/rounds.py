"""Opening a round of coding together, saying that one is done with a source, closing it."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Role, Viewer
from linkwork.evaluation.coding.access import check_may_close, check_may_code
from linkwork.evaluation.coding.actions.parts.lookups import hold_round
from linkwork.evaluation.coding.models import Round, RoundCoder, RoundDone, RoundSource
from linkwork.evaluation.coding.reads.frozen import versions
from linkwork.evaluation.coding.reads.rounds import RoundCard, round_card
from linkwork.evaluation.coding.rules.agreement import Unit
from linkwork.evaluation.coding.rules.rounds import Purpose, faults
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.rules import Doing
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail


@action
def open_round(
    *,
    study_id: UUID,
    title: str,
    purpose: Purpose,
    source_ids: Sequence[UUID],
    coder_ids: Sequence[UUID],
    by: Viewer,
    at: dt.datetime,
    unit: Unit = Unit.SENTENCE,
    window: int | None = None,
    blind: bool = True,
    expert_id: UUID | None = None,
    codebook: int | None = None,
) -> UUID:
    """Open a round; its id. `coder_ids` are evaluators (in a practice set the learners); practice alone has an expert.

    `codebook` is the number of the version that coders are given. Raises NotFound for a study of another programme,
    Invalid (title, sources, coders, expert, blind, unit, window, codebook).
    """
    check_may_code(by)
    title = title.strip()
    sources, coders = list(dict.fromkeys(source_ids)), list(dict.fromkeys(coder_ids))
    _check_title(by, study_id, title)
    check_part(studies.part_in(by, study_id), Doing.CODE)
    wrong = faults(
        purpose=purpose,
        blind=blind,
        coders=len(coders),
        sources=len(sources),
        expert=expert_id is not None,
        unit=unit,
        window=window,
    )
    wrong |= _unknown(by, study_id, sources, coders, expert_id)
    if codebook is not None and codebook not in {one.number for one in versions(by, study_id)}:
        wrong.add("codebook")
    if wrong:
        raise Invalid({field: _said(field, purpose) for field in sorted(wrong)})
    row = Round.objects.create(
        programme_id=by.programme,
        study_id=study_id,
        title=title,
        purpose=purpose,
        unit=unit,
        window=window if unit is Unit.WINDOW else None,
        blind=blind,
        expert_id=expert_id,
        codebook=codebook,
        opened_by_id=by.id,
        created_at=at,
    )
    kept = {"programme_id": by.programme, "round_id": row.id, "created_at": at}
    RoundSource.objects.bulk_create(RoundSource(**kept, source_id=one) for one in sources)
    RoundCoder.objects.bulk_create(RoundCoder(**kept, coder_id=one) for one in coders)
    detail: dict[str, object] = {"study": str(study_id), "sources": len(sources), "coders": len(coders)}
    trail.record(by=by, at=at, what="coding.open_round", about="round", about_id=row.id, detail=detail)
    return row.id


@action
def mark_done(*, round_id: UUID, source_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Say that one is done with a source, also where nothing in it was to be coded.

    Raises NotFound, IllegalStep where the round is closed or the viewer does not code in it.
    """
    card = _own_part(by, round_id, source_id)
    _row, made = RoundDone.objects.get_or_create(
        programme_id=by.programme,
        round_id=card.id,
        source_id=source_id,
        coder_id=by.worker_id,
        defaults={"created_at": at},
    )
    if made:
        _record(by, at, "coding.mark_done", card.id, source_id)


@action
def mark_all_done(*, round_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Say that one is done with every source of the round. Raises as `mark_done` does."""
    for one in round_card(by, round_id).sources:
        mark_done(round_id=round_id, source_id=one.id, by=by, at=at)


@action
def mark_not_done(*, round_id: UUID, source_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take back that one is done with a source. Raises as `mark_done` does."""
    card = _own_part(by, round_id, source_id)
    marks = RoundDone.objects.filter(programme_id=by.programme, round_id=card.id, source_id=source_id)
    marks.filter(coder_id=by.worker_id).delete()
    _record(by, at, "coding.mark_not_done", card.id, source_id)


@action
def close_round(*, round_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Close a round: from now on its coders see each other's codings. Raises NotFound, NotAllowed, IllegalStep."""
    check_may_code(by)
    hold_round(by, round_id)
    card = round_card(by, round_id)
    check_may_close(by, card.opened_by_id, card.finished)
    check_part(card.my_part, Doing.CODE)
    if card.closed_at is not None:
        raise IllegalStep(_("This round is closed already."))
    Round.objects.filter(programme_id=by.programme, id=round_id).update(closed_at=at)
    detail: dict[str, object] = {"finished": card.finished}
    trail.record(by=by, at=at, what="coding.close_round", about="round", about_id=round_id, detail=detail)


def _own_part(by: Viewer, round_id: UUID, source_id: UUID) -> RoundCard:
    check_may_code(by)
    card = round_card(by, round_id)
    check_part(card.my_part, Doing.CODE)
    if source_id not in {one.id for one in card.sources}:
        raise NotFound(_("This source is not in the round."))
    if by.id not in {one.id for one in card.coders}:
        raise IllegalStep(_("You do not code in this round."))
    if card.closed_at is not None:
        raise IllegalStep(_("This round is closed already."))
    return card


def _check_title(by: Viewer, study_id: UUID, title: str) -> None:
    studies.study(by, study_id)
    if not title:
        raise Invalid({"title": _("Give the round a title.")})
    if Round.objects.filter(programme_id=by.programme, study_id=study_id, title=title).exists():
        raise Invalid({"title": _("There is a round with this title in the study. Choose another title.")})


def _unknown(
    by: Viewer, study_id: UUID, sources: Sequence[UUID], coders: Sequence[UUID], expert_id: UUID | None
) -> set[str]:
    """Which fields name what is not there."""
    found = set()
    if not set(sources) <= {one.id for one in studies.source_lines(by, study_id)}:
        found.add("sources")
    evaluators = {one.id for one in programmes.workers(by, role=Role.EVALUATOR)}
    if not set(coders) <= evaluators:
        found.add("coders")
    if expert_id is not None and (expert_id not in evaluators or expert_id in coders):
        found.add("expert")
    return found


def _said(field: str, purpose: Purpose) -> str:
    if field == "coders" and purpose is Purpose.DOUBLE:
        return _("Choose at least two evaluators who code the same sources.")
    return {
        "sources": _("Choose at least one source of this study."),
        "codebook": _("Choose a version of this study’s codebook."),
        "coders": _("Choose at least one evaluator."),
        "expert": _("A practice set, and only that, needs one expert, who is not among the learners."),
        "blind": _("A practice set is always blind."),
        "unit": _("Choose a unit that texts have."),
        "window": _("Say how long a window is: 20 to 20,000 characters."),
    }[field]


def _record(by: Viewer, at: dt.datetime, what: str, round_id: UUID, source_id: UUID) -> None:
    detail: dict[str, object] = {"source": str(source_id)}
    trail.record(by=by, at=at, what=what, about="round", about_id=round_id, detail=detail)
