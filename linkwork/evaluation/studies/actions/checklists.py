"""Filling in a reporting checklist."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.actions.shared import _study_for
from linkwork.evaluation.studies.models import ChecklistAnswer
from linkwork.evaluation.studies.rules import Doing
from linkwork.instruments import frames
from linkwork.trail import actions as trail

LONGEST_PLACE, LONGEST_TEXT = 120, 4000
Line = tuple[str, str, bool]


@action
def answer_checklist(
    *, study_id: UUID, checklist: str, answers: Mapping[str, tuple[str, str]], by: Viewer, at: dt.datetime
) -> None:
    """Keep (where in the paper, what it says) for these lines; others stay. A changed text is no draft.

    Raises NotFound, Invalid (by line).
    """
    _study_for(by, study_id, Doing.CODE)
    was = _texts(by, study_id, checklist)
    lines = {}
    for item, (place, text) in answers.items():
        before, drafted = was.get(item, ("", False))
        text = text.strip().replace("\r\n", "\n")
        lines[item] = (place.strip(), text, drafted and text == before)
    _keep(study_id, checklist, lines, by, at)
    detail: dict[str, object] = {"checklist": checklist, "items": len(lines)}
    trail.record(
        by=by, at=at, what="studies.answer_checklist", about="study", about_id=study_id, detail=detail
    )


@action
def draft_checklist(
    *, study_id: UUID, checklist: str, drafts: Mapping[str, str], by: Viewer, at: dt.datetime
) -> int:
    """Put drafts where nobody has written yet, and afresh where only a draft stands; how many. As above."""
    _study_for(by, study_id, Doing.CODE)
    was = _texts(by, study_id, checklist)
    empty = ("", True)
    lines = {item: text.strip()[:LONGEST_TEXT] for item, text in drafts.items() if text.strip()}
    fresh = {item: text for item, text in lines.items() if was.get(item, empty)[1] or not was[item][0]}
    places = dict(
        ChecklistAnswer.objects.filter(
            programme_id=by.programme, study_id=study_id, checklist=checklist
        ).values_list("item", "place")
    )
    _keep(
        study_id,
        checklist,
        {item: (places.get(item, ""), text, True) for item, text in fresh.items()},
        by,
        at,
    )
    detail: dict[str, object] = {"checklist": checklist, "items": len(fresh)}
    trail.record(
        by=by, at=at, what="studies.draft_checklist", about="study", about_id=study_id, detail=detail
    )
    return len(fresh)


def _texts(by: Viewer, study_id: UUID, checklist: str) -> dict[str, tuple[str, bool]]:
    rows = ChecklistAnswer.objects.filter(programme_id=by.programme, study_id=study_id, checklist=checklist)
    return {item: (text, drafted) for item, text, drafted in rows.values_list("item", "text", "drafted")}


def _keep(study_id: UUID, checklist: str, lines: Mapping[str, Line], by: Viewer, at: dt.datetime) -> None:
    known = {key for key, _item, _side in frames.checklist(checklist).lines}
    wrong = {}
    for item, (place, text, _drafted) in lines.items():
        if item not in known:
            wrong[item] = _("This checklist has no such item.")
        elif len(place) > LONGEST_PLACE:
            wrong[item] = _("Say where in at most 120 characters.")
        elif len(text) > LONGEST_TEXT:
            wrong[item] = _("Keep each answer under 4,000 characters.")
    if wrong:
        raise Invalid(wrong)
    ChecklistAnswer.objects.bulk_create(
        (
            ChecklistAnswer(
                programme_id=by.programme,
                study_id=study_id,
                checklist=checklist,
                item=item,
                place=place,
                text=text,
                drafted=drafted,
                created_at=at,
            )
            for item, (place, text, drafted) in lines.items()
        ),
        update_conflicts=True,
        unique_fields=["programme", "study", "checklist", "item"],
        update_fields=["place", "text", "drafted"],
    )
