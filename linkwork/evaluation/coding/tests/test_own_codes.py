"""Can a study keep lists of its own, and do their codes work wherever shipped ones do?"""

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import OwnCode
from linkwork.evaluation.coding.rules.own import CodeState, ListKind, frame_id_of
from linkwork.evaluation.coding.tests.books import add, book_of, new_list, pair
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, build, code, second_coder
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design
from linkwork.testing.cast import NOON, Cast


def test_an_own_code_is_given_like_any_other(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    doors = add(cast, mine, "Opening doors", definition="Somebody lets the worker in.")
    nurses = add(cast, mine, "Nurses", parent_id=doors)
    code(cast.evaluator, scene.quotable, "nurses", pair(mine, nurses), ENROLMENT)
    code(second_coder(cast), scene.quotable, "nurses", pair(mine, doors))
    with django_assert_num_queries(3):  # the source, the codings, the own lists among their codes
        first, _second = reads.codings(cast.evaluator, scene.quotable)
    assert [(one.name, one.domain) for one in first.codes] == [
        ("Enrolment", "cognitive_participation"),
        ("Nurses", doors.hex),
    ]
    with django_assert_num_queries(4):  # the frame and what is below, the codings, their codes, the texts
        found = reads.quotes(cast.evaluator, scene.study_id, frame_id_of(mine), doors.hex)
    assert len(found) == 2
    assert reads.used(cast.evaluator, scene.study_id)[pair(mine, nurses)] == 1
    table = reads.overlap(cast.evaluator, scene.study_id, frame_id_of(mine), "npt")
    assert [(line.construct.name, line.codings) for line in table.rows] == [
        ("Opening doors", 1),
        ("Nurses", 1),
    ]
    assert table.cells[nurses.hex, ENROLMENT[1]].passages == 1
    agreed = reads.agreement(cast.evaluator, scene.study_id)
    assert [one.code.name for one in agreed.constructs] == ["Enrolment", "Opening doors", "Nurses"]
    assert reads.agreement(cast.evaluator, scene.study_id, [pair(mine, doors)]).constructs[0].given[0]
    (cited,) = reads.cited(cast.evaluator, [first.id]).values()
    assert cited.codes[1][2] == "Nurses"


def test_a_codebook_asks_three_questions_however_many_codes(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    scene = build(cast)
    for size in (0, 3, 20):
        mine = new_list(cast, scene.study_id, f"List {size}")
        for n in range(size):
            add(cast, mine, f"Code {n}", maps_to=[RELATIONS])
        with django_assert_num_queries(3):
            found = book_of(cast, scene.study_id)
    assert len(found.own_codes) == 23
    assert [one.name for one in found.frames] == ["CFIR 2022", "NPT", "List 0", "List 3", "List 20"]


def test_a_study_begins_with_the_usual_frames(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    scene = build(cast)
    with django_assert_num_queries(2):
        found = book_of(cast, scene.study_id)
    assert tuple(one.id for one in found.frames) == reads.USUAL
    assert found.code(*RELATIONS).name == "Relational Connections"
    assert found.may_be_given(*RELATIONS)
    assert not found.may_be_given("npt", "coffee")
    assert found.frame("eric-2015").kind == "shipped"
    for attempt in (lambda: found.frame("coffee"), lambda: found.code("npt", "coffee")):
        with pytest.raises(NotFound):
            attempt()


def test_frames_are_chosen_in_order_and_in_part(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    chosen = [("npt", []), (frame_id_of(mine), []), ("cfir-2022", ["inner_setting", "process.planning"])]
    actions.choose_frames(study_id=scene.study_id, frames=chosen, by=cast.evaluator, at=NOON)
    later = new_list(cast, scene.study_id, "Later")
    found = book_of(cast, scene.study_id)
    assert [one.id for one in found.frames] == ["npt", frame_id_of(mine), "cfir-2022", frame_id_of(later)]
    assert found.code(*RELATIONS).state is CodeState.LEFT_OUT  # with the domain above it
    assert not found.code(*RELATIONS).offered
    assert found.code("cfir-2022", "process.engaging").offered
    code(cast.evaluator, scene.quotable, "nurses", RELATIONS)  # what is left out keeps its meaning
    actions.choose_frames(study_id=scene.study_id, frames=[("npt", [])], by=cast.evaluator, at=NOON)
    assert book_of(cast, scene.study_id).code(*RELATIONS).name == "Relational Connections"


@pytest.mark.parametrize(
    ("frames", "said"),
    [
        ([], "at least one frame"),
        ([("npt", []), ("npt", [])], "twice"),
        ([("coffee", [])], "no such frame"),
        ([("nomad", [])], "no such frame"),
        ([("npt", ["coffee"])], "must be in the frame"),
        (
            [("npt", ["coherence", "cognitive_participation", "collective_action", "reflexive_monitoring"])],
            "Nothing is left",
        ),
    ],
)
def test_frames_that_cannot_be_chosen(cast: Cast, frames: list[tuple[str, list[str]]], said: str) -> None:
    scene = build(cast)
    with pytest.raises(Invalid, match=said):
        actions.choose_frames(study_id=scene.study_id, frames=frames, by=cast.evaluator, at=NOON)


def test_names_are_not_given_twice_in_a_list(cast: Cast) -> None:
    scene = build(cast)
    mine, other = new_list(cast, scene.study_id), new_list(cast, scene.study_id, "Other")
    first = add(cast, mine, "Élan")
    add(cast, other, "Elan")
    with pytest.raises(Invalid, match="with this name in the list"):
        add(cast, mine, " elan ")
    actions.retire_code(code_id=first, by=cast.evaluator, at=NOON)
    with pytest.raises(Invalid, match="retired code has this name"):
        add(cast, mine, "elan")
    with pytest.raises(Invalid, match="with this title"):
        new_list(cast, scene.study_id, "OTHER")
    actions.rename_list(list_id=other, title="Other", kind=ListKind.OWN, by=cast.evaluator, at=NOON)
    assert book_of(cast, scene.study_id).frames[-1].kind == ListKind.OWN


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"definition": "x" * 2001}, "definition"),
        ({"include": "x" * 2001}, "include"),
        ({"colour": 9}, "colour"),
        ({"maps_to": [("npt", "coffee")]}, "maps_to"),
        ({"maps_to": [("nomad", "general")]}, "maps_to"),
    ],
)
def test_what_a_code_cannot_be(cast: Cast, change: dict[str, object], field: str) -> None:
    mine = new_list(cast, build(cast).study_id)
    whole: dict[str, object] = {"name": "Trust"}
    with pytest.raises(Invalid) as refused:
        actions.add_code(list_id=mine, by=cast.evaluator, at=NOON, **whole | change)  # type: ignore[arg-type]
    assert list(refused.value.errors) == [field]


@pytest.mark.parametrize("title", [" ", "x" * 121])
def test_what_a_list_cannot_be_called(cast: Cast, title: str) -> None:
    scene = build(cast)
    with pytest.raises(Invalid, match="title"):
        new_list(cast, scene.study_id, title)


def test_a_code_is_described_anew(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    trust = add(cast, mine, "Trust")
    actions.change_code(
        code_id=trust,
        name="Trust in the worker",
        definition=" Somebody relies on them. ",
        include="Said or shown.",
        exclude="Trust in the practice.",
        example="“I told her everything.”",
        colour=5,
        by=cast.evaluator,
        at=NOON,
    )
    card = book_of(cast, scene.study_id).code(*pair(mine, trust))
    assert (card.name, card.definition, card.colour) == ("Trust in the worker", "Somebody relies on them.", 5)
    assert (card.include, card.exclude, card.example) == (
        "Said or shown.",
        "Trust in the practice.",
        "“I told her everything.”",
    )


def test_codes_move_in_the_tree_but_never_under_themselves(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    a, b, c = (add(cast, mine, name) for name in "ABC")
    actions.move_code(code_id=c, parent_id=a, by=cast.evaluator, at=NOON)
    actions.move_code(code_id=b, parent_id=a, before_id=c, by=cast.evaluator, at=NOON)
    frame = book_of(cast, scene.study_id).frames[-1]
    assert [(one.name, one.depth, one.domain) for one in frame.codes] == [
        ("A", 0, a.hex),
        ("B", 1, a.hex),
        ("C", 1, a.hex),
    ]
    with pytest.raises(Invalid, match="under itself"):
        actions.move_code(code_id=a, parent_id=c, by=cast.evaluator, at=NOON)
    other = add(cast, new_list(cast, scene.study_id, "Other"), "A")
    with pytest.raises(NotFound):
        actions.move_code(code_id=a, parent_id=other, by=cast.evaluator, at=NOON)
    actions.move_code(code_id=c, parent_id=None, before_id=a, by=cast.evaluator, at=NOON)
    assert [one.name for one in book_of(cast, scene.study_id).frames[-2].codes] == ["C", "A", "B"]


def test_a_retired_code_keeps_what_it_has_and_is_given_no_more(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    trust = add(cast, mine, "Trust")
    code(cast.evaluator, scene.quotable, "nurses", pair(mine, trust))
    actions.retire_code(code_id=trust, by=cast.evaluator, at=NOON)
    assert reads.codings(cast.evaluator, scene.quotable)[0].codes[0].name == "Trust"
    assert book_of(cast, scene.study_id).code(*pair(mine, trust)).state is CodeState.RETIRED
    with pytest.raises(Invalid, match="in no frame"):
        code(cast.evaluator, scene.quotable, "meeting", pair(mine, trust))
    with pytest.raises(IllegalStep, match="retired already"):
        actions.retire_code(code_id=trust, by=cast.evaluator, at=NOON)
    actions.bring_back_code(code_id=trust, by=cast.evaluator, at=NOON)
    with pytest.raises(IllegalStep, match="not retired"):
        actions.bring_back_code(code_id=trust, by=cast.evaluator, at=NOON)
    code(cast.evaluator, scene.quotable, "meeting", pair(mine, trust))


def test_a_code_may_keep_its_name_when_it_is_said_anew(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    trust = add(cast, mine, "Trust")
    actions.change_code(
        code_id=trust, name="trust", definition="To rely on", include="", exclude="", example="", colour=2,
        by=cast.evaluator, at=NOON,
    )  # fmt: skip
    book = book_of(cast, scene.study_id)
    card = book.code(*pair(mine, trust))
    assert (card.id, card.name, card.colour) == (trust, "trust", 2)
    assert book.code(*RELATIONS).id is None


def test_a_code_of_another_study_is_none_of_this_one(cast: Cast) -> None:
    scene = build(cast)
    other = studies.open_study(
        title="Other", design=Design.INTERVIEWS, opened_on=NOON.date(), by=cast.evaluator, at=NOON
    )
    mine = new_list(cast, other)
    trust = add(cast, mine, "Trust")
    for wrong in (pair(mine, trust), pair(mine, new_id()), (frame_id_of(mine), "x"), ("own-x", trust.hex)):
        with pytest.raises(Invalid, match="in no frame"):
            code(cast.evaluator, scene.quotable, "nurses", wrong)


def test_a_code_says_of_which_constructs_it_speaks(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    trust = add(cast, mine, "Trust", maps_to=[RELATIONS])
    wanted = [ENROLMENT, RELATIONS, ENROLMENT]
    actions.map_code(code_id=trust, constructs=wanted, by=cast.evaluator, at=NOON)
    assert book_of(cast, scene.study_id).code(*pair(mine, trust)).maps_to == (RELATIONS, ENROLMENT)
    actions.map_code(code_id=trust, constructs=[], by=cast.evaluator, at=NOON)
    assert book_of(cast, scene.study_id).code(*pair(mine, trust)).maps_to == ()


@pytest.mark.parametrize("part", ["worker", "manager", "adviser", "outsider"])
def test_nobody_but_an_evaluator_keeps_a_codebook(cast: Cast, part: str) -> None:
    scene = build(cast)
    by = cast.everyone()[part]
    with pytest.raises(NotAllowed):
        actions.add_list(study_id=scene.study_id, title="Mine", kind=ListKind.OWN, by=by, at=NOON)
    if part == "worker":
        with pytest.raises(NotAllowed):
            reads.codebook(by, scene.study_id)


def test_another_programme_finds_nothing(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    trust = add(cast, mine, "Trust")
    stranger = system(cast.outsider.programme_id)
    for attempt in (
        lambda: actions.add_list(study_id=scene.study_id, title="M", kind=ListKind.OWN, by=stranger, at=NOON),
        lambda: actions.add_code(list_id=mine, name="N", by=stranger, at=NOON),
        lambda: actions.retire_code(code_id=trust, by=stranger, at=NOON),
        lambda: reads.frame(stranger, frame_id_of(mine)),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert reads.codebook(stranger, scene.study_id).own_codes == []


@pytest.mark.parametrize("fault", ["colour", "parent", "merged"])
def test_the_database_keeps_the_truth(cast: Cast, fault: str) -> None:
    mine = new_list(cast, build(cast).study_id)
    add(cast, mine, "Trust")
    row = OwnCode.objects.get()
    changes: dict[str, dict[str, object]] = {
        "colour": {"colour": 9},
        "parent": {"parent": row},
        "merged": {"merged_into": row},
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnCode.objects.filter(id=row.id).update(**changes[fault])


def test_the_database_keeps_a_name_once(cast: Cast) -> None:
    mine = new_list(cast, build(cast).study_id)
    add(cast, mine, "Trust")
    add(cast, mine, "Hope")
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnCode.objects.filter(name="Hope").update(name_key="trust")


def test_a_code_found_while_reading_begins_its_list_once(cast: Cast) -> None:
    scene = build(cast)

    def found(name: str) -> tuple[str, str]:
        return actions.add_code_found(study_id=scene.study_id, name=name, by=cast.evaluator, at=NOON)

    doors = found("Opening doors")
    rooms = found("No room")
    assert doors[0] == rooms[0]
    assert found(" opening DOORS ") == doors
    own = [frame for frame in book_of(cast, scene.study_id).frames if frame.list_id]
    assert [frame.name for frame in own] == ["Found while reading"]
    assert [one.name for one in own[0].codes] == ["Opening doors", "No room"]
    code(cast.evaluator, scene.quotable, "nurses", doors)
    with pytest.raises(Invalid):
        found(" ")


def test_a_code_found_goes_into_the_first_list_of_its_kind(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id, "From the interviews")
    new_list(cast, scene.study_id, "Later")
    made = actions.add_code_found(study_id=scene.study_id, name="No room", by=cast.evaluator, at=NOON)
    assert made[0] == frame_id_of(mine)
    with pytest.raises(NotAllowed):
        actions.add_code_found(study_id=scene.study_id, name="Mine", by=cast.manager, at=NOON)
