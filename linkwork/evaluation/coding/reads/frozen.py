"""How was the codebook when it was frozen, and what has changed since?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import CodebookVersion
from linkwork.evaluation.coding.reads.codebooks import all_shipped
from linkwork.evaluation.coding.rules.codebook import Codebook, from_content
from linkwork.evaluation.studies import access


@dataclass(frozen=True)
class VersionCard:
    """One frozen codebook without its codes. `by` is empty where the command line froze it."""

    id: UUID
    study_id: UUID
    number: int
    name: str
    note: str
    by: str
    frozen_at: dt.datetime
    hash: str


@dataclass(frozen=True)
class Version:
    """One frozen codebook with its codes as they were."""

    card: VersionCard
    book: Codebook


def versions(viewer: Viewer, study_id: UUID) -> list[VersionCard]:
    """The frozen codebooks of a study, the newest first. One question of the database."""
    access.check_may_learn(viewer)
    rows = CodebookVersion.objects.filter(programme_id=viewer.programme, study_id=study_id)
    return [_card(row) for row in rows.defer("content").select_related("frozen_by").order_by("-number")]


def version(viewer: Viewer, version_id: UUID) -> Version:
    """One frozen codebook as it was. Raises NotFound."""
    access.check_may_learn(viewer)
    rows = CodebookVersion.objects.filter(programme_id=viewer.programme, id=version_id)
    row = rows.select_related("frozen_by").first()
    if row is None:
        raise NotFound(_("There is no such version of a codebook in this programme."))
    return _version(row)


def latest_version(viewer: Viewer, study_id: UUID) -> Version | None:
    """The newest frozen codebook of a study; None where none was frozen yet."""
    access.check_may_learn(viewer)
    rows = CodebookVersion.objects.filter(programme_id=viewer.programme, study_id=study_id)
    row = rows.select_related("frozen_by").order_by("-number").first()
    return _version(row) if row else None


def version_before(viewer: Viewer, card: VersionCard) -> Version | None:
    """The version before this one; None before the first."""
    access.check_may_learn(viewer)
    rows = CodebookVersion.objects.filter(
        programme_id=viewer.programme, study_id=card.study_id, number__lt=card.number
    )
    row = rows.select_related("frozen_by").order_by("-number").first()
    return _version(row) if row else None


def _version(row: CodebookVersion) -> Version:
    return Version(_card(row), from_content(row.study_id, row.content, all_shipped()))


def _card(row: CodebookVersion) -> VersionCard:
    return VersionCard(
        row.id,
        row.study_id,
        row.number,
        row.name,
        row.note,
        row.frozen_by.name if row.frozen_by else "",
        row.created_at,
        row.sha256,
    )
