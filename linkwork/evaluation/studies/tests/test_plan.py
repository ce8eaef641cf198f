"""Does a study say what it set out to do, and does its team narrow what each may do in it?"""

import datetime as dt
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Role, system
from linkwork.evaluation.studies import access, actions, reads
from linkwork.evaluation.studies.models import Approval, GroupTarget
from linkwork.evaluation.studies.rules import (
    ConsentForm,
    Design,
    Doing,
    EthicsState,
    Group,
    Part,
    consent_of,
    ethics_state,
    held_against,
    may,
    part_of,
)
from linkwork.evaluation.studies.tests.scene import add, another, open_study
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast

DAY = NOON.date()
EVALUATION = Path(access.__file__).parents[1]


def test_a_study_says_what_it_sets_out_to_do(cast: Cast) -> None:
    study_id = open_study(cast.evaluator)
    actions.describe_study(
        study_id=study_id,
        title="How it takes hold",
        question="What helps?\n\n What hinders? ",
        design=Design.RESIDENCE,
        stages=[Stage.OPERATION, Stage.INITIATION],
        most_participants=12,
        names_first=False,
        by=cast.evaluator,
        at=NOON,
    )
    card = reads.study(cast.manager, study_id)
    assert card.questions == ("What helps?", "What hinders?")
    assert card.stages == (Stage.INITIATION, Stage.OPERATION)
    assert (card.most_participants, card.names_first, card.my_part) == (12, False, None)
    open_study(cast.evaluator, "Another")
    for title, most, said in (("Another", 20, "this title"), ("A", 0, "1 to 1000")):
        with pytest.raises(Invalid, match=said):
            actions.describe_study(
                study_id=study_id, title=title, question="", design=Design.INTERVIEWS,
                most_participants=most, by=cast.evaluator, at=NOON,
            )  # fmt: skip


def test_targets_are_held_against_who_took_part(cast: Cast) -> None:
    study_id = open_study(cast.evaluator)
    wanted = {Group.WORKER: 8, Group.PERSON: 10}
    actions.set_targets(study_id=study_id, wanted=wanted, by=cast.evaluator, at=NOON)
    assert reads.targets(cast.manager, study_id) == wanted
    held = held_against(wanted, [(Group.WORKER, 1), (Group.WORKER, 6), (Group.PARTNER, 1), (None, 3)])
    assert [(one.group, one.wanted, one.held, one.missing) for one in held] == [
        (Group.WORKER, 8, 7, 1),
        (Group.PERSON, 10, 0, 10),
        (Group.PARTNER, None, 1, 0),
    ]
    actions.set_targets(study_id=study_id, wanted={}, by=cast.evaluator, at=NOON)
    assert reads.targets(cast.manager, study_id) == {}
    with pytest.raises(Invalid, match="1 to 1000"):
        actions.set_targets(study_id=study_id, wanted={Group.WORKER: 0}, by=cast.evaluator, at=NOON)


@pytest.mark.parametrize(
    ("first", "last", "state"),
    [
        (1, None, EthicsState.NOT_YET),
        (0, None, EthicsState.VALID),
        (-9, 61, EthicsState.VALID),
        (-9, 60, EthicsState.RUNS_OUT),
        (-9, 0, EthicsState.RUNS_OUT),
        (-9, -1, EthicsState.RAN_OUT),
    ],
)
def test_an_approval_warns_before_it_runs_out(first: int, last: int | None, state: EthicsState) -> None:
    ends = None if last is None else DAY + dt.timedelta(last)
    assert ethics_state(DAY + dt.timedelta(first), ends, DAY) is state


def test_approvals_are_noted_and_taken_away(cast: Cast) -> None:
    study_id = open_study(cast.evaluator)
    made = actions.add_approval(
        study_id=study_id, body="Ethics board", reference="2026-1", first=DAY, by=cast.evaluator, at=NOON
    )
    (card,) = reads.approvals(cast.manager, study_id, DAY)
    assert (card.id, card.body, card.state) == (made, "Ethics board", EthicsState.VALID)
    with pytest.raises(Invalid, match="before it begins"):
        actions.add_approval(
            study_id=study_id, body=" ", first=DAY, last=dt.date(2025, 1, 1), by=cast.evaluator, at=NOON
        )
    with pytest.raises(NotFound):
        actions.remove_approval(approval_id=study_id, by=cast.evaluator, at=NOON)
    actions.remove_approval(approval_id=made, by=cast.evaluator, at=NOON)
    assert reads.approvals(cast.manager, study_id, DAY) == []


def test_every_part_may_do_what_its_row_says() -> None:
    assert [doing for doing in Doing if may(Part.LEAD, doing)] == list(Doing)
    assert not may(Part.CODER, Doing.LEAD)
    assert may(Part.CODER, Doing.CODE)
    assert not may(Part.ADVISER, Doing.READ)
    assert may(Part.ADVISER, Doing.COMMENT)
    assert not may(Part.OBSERVER, Doing.CODE)
    assert may(Part.OBSERVER, Doing.READ)
    assert not any(may(None, doing) for doing in Doing)


@pytest.mark.parametrize("doing", Doing)
def test_whatever_a_part_opens_is_asked_for_somewhere(doing: Doing) -> None:
    rooms = [path for room in ("studies", "coding") for path in (EVALUATION / room).rglob("*.py")]
    told = [path for path in rooms if "rules" not in path.parts and "tests" not in path.parts]
    asked = [path for path in told if f"Doing.{doing.name}" in path.read_text() and path.name != "access.py"]
    assert asked, f"{doing} is given to parts, and nothing asks for it"


def test_a_team_narrows_and_never_widens(cast: Cast) -> None:
    assert part_of(system(cast.programme_id), None, has_team=True) is Part.LEAD
    assert part_of(cast.evaluator, None, has_team=False) is Part.LEAD
    assert part_of(cast.evaluator, None, has_team=True) is None
    assert part_of(cast.manager, None, has_team=False) is None
    assert not access.may_do(cast.manager, Part.LEAD, Doing.READ)


def test_the_parts_of_a_team_are_held_to(cast: Cast) -> None:
    study_id = open_study(cast.evaluator)
    source_id = add(cast.evaluator, study_id)
    ida = another(cast)
    assert reads.part_in(ida, study_id) is Part.LEAD
    assert ida.id is not None

    def named(part: Part) -> None:
        actions.set_part(study_id=study_id, worker_id=ida.worker_id, part=part, by=cast.evaluator, at=NOON)

    named(Part.OBSERVER)
    assert [(one.name, one.part) for one in reads.team(cast.evaluator, study_id)] == [
        ("Elif Kaya", Part.LEAD),
        ("Ida Moe", Part.OBSERVER),
    ]
    assert reads.source(ida, source_id).my_part is Part.OBSERVER
    with pytest.raises(NotAllowed, match="bring in or code"):
        add(ida, study_id, "Mine", "Mine.")
    named(Part.ADVISER)
    for attempt in (
        lambda: reads.sources(ida, study_id),
        lambda: reads.source(ida, source_id),
        lambda: reads.sealed(ida, study_id),
    ):
        with pytest.raises(NotAllowed, match="read what was said"):
            attempt()
    named(Part.CODER)
    add(ida, study_id, "Mine", "Mine.")
    with pytest.raises(NotAllowed, match="Only the lead"):
        actions.set_targets(study_id=study_id, wanted={}, by=ida, at=NOON)
    assert reads.part_in(another(cast, "Jo Roe"), study_id) is None


def test_a_team_keeps_a_lead(cast: Cast) -> None:
    study_id = open_study(cast.evaluator)
    me, ida = cast.evaluator.worker_id, another(cast).worker_id

    def name(worker_id: object, part: Part) -> None:
        actions.set_part(study_id=study_id, worker_id=worker_id, part=part, by=cast.evaluator, at=NOON)  # type: ignore[arg-type]

    name(ida, Part.CODER)
    with pytest.raises(Invalid, match="needs a lead"):
        name(me, Part.CODER)
    with pytest.raises(Invalid, match="needs a lead"):
        actions.leave_team(study_id=study_id, worker_id=me, by=cast.evaluator, at=NOON)
    with pytest.raises(Invalid, match="evaluator or adviser"):
        name(cast.worker.id, Part.CODER)
    actions.leave_team(study_id=study_id, worker_id=ida, by=cast.evaluator, at=NOON)
    with pytest.raises(NotFound):
        actions.leave_team(study_id=study_id, worker_id=ida, by=system(cast.programme_id), at=NOON)
    actions.leave_team(study_id=study_id, worker_id=me, by=cast.evaluator, at=NOON)
    assert reads.team(cast.evaluator, study_id) == []
    name(me, Part.LEAD)
    name(cast.adviser.id, Part.ADVISER)
    assert another(cast, "Jo Roe", Role.WORKER).id
    assert len(reads.team(cast.evaluator, study_id)) == 2


def test_what_was_agreed_is_kept_with_the_source(cast: Cast) -> None:
    study_id = open_study(cast.evaluator)
    source_id = add(cast.evaluator, study_id)
    assert consent_of(True) is ConsentForm.UNNAMED
    for consent, quotable in ((ConsentForm.QUOTE, True), (ConsentForm.ANALYSE, False)):
        actions.describe_source(
            source_id=source_id, group=None, stage=None, consent=consent, participants=4,
            by=cast.evaluator, at=NOON,
        )  # fmt: skip
        card = reads.source(cast.evaluator, source_id)
        assert (card.consent, card.quotable, card.participants) == (consent, quotable, 4)
    with pytest.raises(Invalid, match="1 to 100"):
        actions.describe_source(
            source_id=source_id, group=None, stage=None, participants=0, by=cast.evaluator, at=NOON
        )


def test_the_database_keeps_plans_true(cast: Cast) -> None:
    study_id = open_study(cast.evaluator)
    base = {"programme_id": cast.programme_id, "study_id": study_id, "created_at": NOON}
    for make in (
        lambda: GroupTarget.objects.create(**base, group="worker", wanted=0),
        lambda: Approval.objects.create(**base, body="x", first=DAY, last=dt.date(2020, 1, 1)),
        lambda: GroupTarget.objects.bulk_create(
            GroupTarget(id=new_id(), **base, group="worker", wanted=1) for _ in range(2)
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()
