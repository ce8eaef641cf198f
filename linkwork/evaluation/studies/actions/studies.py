"""Opening a study and saying what it sets out to do, whom it wants to hear, what it may do, and who works in it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.evaluation.studies.access import check_may_work
from linkwork.evaluation.studies.actions.shared import _study_for
from linkwork.evaluation.studies.models import Approval, GroupTarget, Member, Study
from linkwork.evaluation.studies.rules import Design, Doing, Group, Part
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage
from linkwork.trail import actions as trail

MOST = 1000


@action
def open_study(
    *,
    title: str,
    design: Design,
    opened_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    question: str = "",
    note: str = "",
) -> UUID:
    """Open a study; its id. `question`: its research questions, one a line. Raises Invalid (title)."""
    check_may_work(by)
    title = _free_title(by, title)
    row = Study.objects.create(
        programme_id=by.programme,
        title=title,
        question=question.strip(),
        design=design,
        opened_on=opened_on,
        note=note,
        created_at=at,
    )
    trail.record(by=by, at=at, what="studies.open_study", about="study", about_id=row.id)
    return row.id


@action
def describe_study(
    *,
    study_id: UUID,
    title: str,
    question: str,
    design: Design,
    by: Viewer,
    at: dt.datetime,
    stages: Sequence[Stage] = (),
    most_participants: int = 20,
    names_first: bool = True,
) -> None:
    """Say anew what a study is. `question`: one research question a line; no `stages`: all of them.

    Raises NotFound, NotAllowed (all but its lead), Invalid (title, most_participants).
    """
    row = _study_for(by, study_id, Doing.LEAD)
    if not 1 <= most_participants <= MOST:
        raise Invalid({"most_participants": _("Enter a number from 1 to 1000.")})
    row.title = _free_title(by, title, row.id)
    row.question, row.design = question.strip(), design
    row.stages = [stage.value for stage in Stage if stage in stages]
    row.most_participants, row.names_first = most_participants, names_first
    row.save(update_fields=["title", "question", "design", "stages", "most_participants", "names_first"])
    trail.record(by=by, at=at, what="studies.describe_study", about="study", about_id=row.id)


@action
def set_targets(*, study_id: UUID, wanted: Mapping[Group, int], by: Viewer, at: dt.datetime) -> None:
    """How many people of each group a study wants to hear; a group that is not named has no target.

    Raises NotFound, NotAllowed, Invalid (the group's word).
    """
    row = _study_for(by, study_id, Doing.LEAD)
    wrong = {
        group.value: _("Enter a number from 1 to 1000.") for group, n in wanted.items() if not 1 <= n <= MOST
    }
    if wrong:
        raise Invalid(wrong)
    GroupTarget.objects.filter(programme_id=by.programme, study_id=row.id).delete()
    GroupTarget.objects.bulk_create(
        GroupTarget(programme_id=by.programme, study=row, group=group, wanted=n, created_at=at)
        for group, n in wanted.items()
    )
    detail: dict[str, object] = {group.value: n for group, n in wanted.items()}
    trail.record(by=by, at=at, what="studies.set_targets", about="study", about_id=row.id, detail=detail)


@action
def add_approval(
    *,
    study_id: UUID,
    body: str,
    first: dt.date,
    by: Viewer,
    at: dt.datetime,
    last: dt.date | None = None,
    reference: str = "",
) -> UUID:
    """Note an ethics approval; its id. Raises NotFound, NotAllowed, Invalid (body, last)."""
    row = _study_for(by, study_id, Doing.LEAD)
    errors = {}
    if not body.strip():
        errors["body"] = _("Say who approved the study.")
    if last is not None and last < first:
        errors["last"] = _("It ends before it begins. Change one of the days.")
    if errors:
        raise Invalid(errors)
    made = Approval.objects.create(
        programme_id=by.programme,
        study=row,
        body=body.strip(),
        reference=reference.strip(),
        first=first,
        last=last,
        created_at=at,
    )
    trail.record(by=by, at=at, what="studies.add_approval", about="study", about_id=row.id)
    return made.id


@action
def remove_approval(*, approval_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take away an approval that was noted wrongly. Raises NotFound, NotAllowed."""
    check_may_work(by)
    row = Approval.objects.filter(programme_id=by.programme, id=approval_id).first()
    if row is None:
        raise NotFound(_("There is no such approval in this programme."))
    _study_for(by, row.study_id, Doing.LEAD)
    row.delete()
    detail: dict[str, object] = {"body": row.body, "reference": row.reference}
    trail.record(
        by=by, at=at, what="studies.remove_approval", about="study", about_id=row.study_id, detail=detail
    )


@action
def set_part(*, study_id: UUID, worker_id: UUID, part: Part, by: Viewer, at: dt.datetime) -> None:
    """Name somebody's part in a study. The first name makes the team: who names it becomes a lead beside them.

    From then on nobody outside the team works in the study. Raises NotFound, NotAllowed, Invalid (worker, part).
    """
    row = _study_for(by, study_id, Doing.LEAD)
    if worker_id not in {one.id for one in _may_join(by)}:
        raise Invalid({"worker": _("Choose an evaluator or adviser of the programme.")})
    here = Member.objects.filter(programme_id=by.programme, study_id=row.id)
    if not here.exists() and by.kind is Kind.LOGIN and by.worker_id != worker_id:
        _name(here, row, by.worker_id, Part.LEAD, at)
    if part is not Part.LEAD:
        _check_another_lead(here, worker_id)
    _name(here, row, worker_id, part, at)
    detail: dict[str, object] = {"worker": str(worker_id), "part": part.value}
    trail.record(by=by, at=at, what="studies.set_part", about="study", about_id=row.id, detail=detail)


@action
def leave_team(*, study_id: UUID, worker_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take somebody out of a study's team. Raises NotFound, NotAllowed, Invalid (part) for its last lead."""
    row = _study_for(by, study_id, Doing.LEAD)
    here = Member.objects.filter(programme_id=by.programme, study_id=row.id)
    if here.exclude(worker_id=worker_id).exists():  # the last of a team may go: then it has none
        _check_another_lead(here, worker_id)
    if not here.filter(worker_id=worker_id).delete()[0]:
        raise NotFound(_("They are not in the team."))
    detail: dict[str, object] = {"worker": str(worker_id)}
    trail.record(by=by, at=at, what="studies.leave_team", about="study", about_id=row.id, detail=detail)


def _may_join(by: Viewer) -> list[programmes.WorkerCard]:
    roles = (Role.EVALUATOR, Role.ADVISER)
    return [one for role in roles for one in programmes.workers(by, role=role)]


def _name(here: QuerySet[Member], study: Study, worker_id: UUID, part: Part, at: dt.datetime) -> None:
    here.update_or_create(
        worker_id=worker_id,
        defaults={"part": part},
        create_defaults={
            "programme_id": study.programme_id,
            "study_id": study.id,
            "worker_id": worker_id,
            "part": part,
            "created_at": at,
        },
    )


def _check_another_lead(here: QuerySet[Member], worker_id: UUID) -> None:
    if not here.filter(part=Part.LEAD).exclude(worker_id=worker_id).exists():
        raise Invalid({"part": _("A team needs a lead. Name another lead first.")})


def _free_title(by: Viewer, title: str, but: UUID | None = None) -> str:
    title = title.strip()
    if not title:
        raise Invalid({"title": _("Give the study a title.")})
    there = Study.objects.filter(programme_id=by.programme, title=title)
    if (there.exclude(id=but) if but else there).exists():
        raise Invalid({"title": _("There is a study with this title already. Choose another title.")})
    return title
