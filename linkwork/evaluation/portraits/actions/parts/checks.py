"""What several actions check before they write."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.indicators.rules.score_ids import GROUP, SURVEY, parts_of
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.extracts import reads as extracts
from linkwork.instruments import indicators
from linkwork.instruments.surveys import SURVEYS, survey

LONGEST_LINE = 160
LONGEST_TEXT = 10_000


def said(field: str, text: str, longest: int = LONGEST_LINE) -> str:
    """`text` without space around it. Raises Invalid where nothing is left or it is too long."""
    text = text.strip()
    if not text:
        raise Invalid({field: _("Write something here.")})
    return fitting(field, text, longest)


def fitting(field: str, text: str, longest: int = LONGEST_TEXT) -> str:
    """`text` without space around it. Raises Invalid where it is too long."""
    text = text.strip()
    if len(text) > longest:
        raise Invalid({field: _("Keep this under %(longest)s characters.") % {"longest": longest + 1}})
    return text


def check_extract(by: Viewer, extract_id: UUID | None) -> None:
    """Raise NotFound unless it is an extract of the programme."""
    if extract_id is not None:
        extracts.extract(by, extract_id)


def check_codings(by: Viewer, study_id: UUID, coding_ids: Collection[UUID]) -> None:
    """Raise Invalid unless all are live codings of the study."""
    found = {one.id for one in coding.cited(by, coding_ids).values() if one.study_id == study_id}
    if set(coding_ids) - found:
        raise Invalid({"quotes": _("One of these passages is no longer coded. Choose others.")})


def check_figures(by: Viewer, extract_id: UUID | None, keys: Collection[FigureKey]) -> None:
    """Raise Invalid unless there is an extract to compute them from and each is defined with that breakdown.

    Raises NotFound for a score of a survey that is none of the programme's.
    """
    if extract_id is None and any(not key.wave for key in keys):
        raise Invalid({"figures": _("Choose an extract first: figures come from a dated one.")})
    for wave in {key.wave for key in keys if key.wave}:
        check_extract(by, UUID(wave))
    known = {one.id: frozenset(map(str, one.grouping)) for one in indicators.definitions()}
    for key in keys:
        groupings = _of_score(key) if parts_of(key.indicator) else known.get(key.indicator)
        if groupings is None or (key.grouping and key.grouping not in groupings):
            raise Invalid({"figures": _("One of these figures has no definition. Choose others.")})


def _of_score(key: FigureKey) -> frozenset[str] | None:
    """By what a score can be broken down; None for one of a survey that is not said, or not known."""
    kind, about, what = parts_of(key.indicator) or ("", "", "")
    if kind != SURVEY:
        return frozenset()
    known = about in SURVEYS and what in {one.id for one in survey(about).constructs}
    return frozenset({GROUP}) if known and key.wave else None
