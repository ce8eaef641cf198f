"""Freezing a codebook: before a round of double coding, before a report."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.coding.access import check_may_keep_codebook
from linkwork.evaluation.coding.actions.parts.lookups import LONGEST_NAME, check_study
from linkwork.evaluation.coding.models import CodebookVersion
from linkwork.evaluation.coding.reads.codebooks import codebook
from linkwork.evaluation.coding.rules.codebook import as_content, hash_of
from linkwork.trail import actions as trail


@action
def freeze_codebook(*, study_id: UUID, name: str, by: Viewer, at: dt.datetime, note: str = "") -> UUID:
    """Keep the codebook as it is now under the next number; the version's id. Raises NotFound, Invalid (name, note).

    Refused where nothing has changed since the last one: two numbers for one codebook would be two names.
    """
    check_may_keep_codebook(by)
    check_study(by, study_id)
    name, note = name.strip(), note.strip()
    if not name:
        raise Invalid({"name": _("Say what it is frozen for, such as “Round 1”.")})
    if len(name) > LONGEST_NAME:
        raise Invalid({"name": _("Keep the name under 120 characters.")})
    if len(note) > 300:
        raise Invalid({"note": _("Keep the note under 300 characters.")})
    content = as_content(codebook(by, study_id))
    last = (
        CodebookVersion.objects.select_for_update()
        .filter(programme_id=by.programme, study_id=study_id)
        .order_by("-number")
        .first()
    )
    if last and last.sha256 == hash_of(content):
        raise Invalid({"name": _("Nothing has changed since version %(n)s.") % {"n": last.number}})
    row = CodebookVersion.objects.create(
        programme_id=by.programme,
        study_id=study_id,
        number=last.number + 1 if last else 1,
        name=name,
        note=note,
        frozen_by_id=by.id if by.kind is Kind.LOGIN else None,
        content=content,
        sha256=hash_of(content),
        created_at=at,
    )
    detail: dict[str, object] = {"study": str(study_id), "number": row.number, "hash": row.sha256}
    trail.record(
        by=by, at=at, what="coding.freeze_codebook", about="codebook", about_id=row.id, detail=detail
    )
    return row.id
