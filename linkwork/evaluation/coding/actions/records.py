"""Keeping a figure of agreement with all that is needed to cite it and to reckon it again."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.coding.access import check_may_code
from linkwork.evaluation.coding.models import AgreementRecord
from linkwork.evaluation.coding.reads.records import Asked, answer, as_json, asked_as_json
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.rules import Doing
from linkwork.trail import actions as trail


@action
def keep_agreement(*, study_id: UUID, title: str, asked: Asked, by: Viewer, at: dt.datetime) -> UUID:
    """Reckon and keep; the record's id. Asking for all keeps those there are now.

    Raises NotFound, Invalid (title; coders where fewer than two have read anything).
    """
    check_may_code(by)
    check_part(studies.part_in(by, study_id), Doing.READ)
    if not title.strip():
        raise Invalid({"title": _("Say what this record is for, in a few words.")})
    found = answer(by, study_id, asked)
    if sum(one.sources > 0 for one in found.coders) < 2:
        raise Invalid({"coders": _("Fewer than two of these coders have read anything here.")})
    named = Asked(
        tuple((one.code.frame_id, one.code.construct_id) for one in found.constructs),
        tuple(one.id for one in found.coders),
        asked.sources,
        asked.unit,
        found.window,
        asked.draws,
        asked.seed,
    )
    row = AgreementRecord.objects.create(
        programme_id=by.programme,
        study_id=study_id,
        title=title.strip(),
        asked=asked_as_json(named),
        found=as_json(found),
        digest=found.digest,
        kept_by_id=by.id if by.kind is Kind.LOGIN else None,
        created_at=at,
    )
    detail: dict[str, object] = {"study": str(study_id), "digest": found.digest}
    trail.record(
        by=by, at=at, what="coding.keep_agreement", about="agreement_record", about_id=row.id, detail=detail
    )
    return row.id
