"""Are tables drawn from the codings as they are, and kept as questions?"""

from uuid import uuid4

import pytest

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.tables.asked import Across, Asked, Count, Kind, Near
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, SPACE, build, code, second_coder
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON

REL, SPC, ENR = (":".join(one) for one in (RELATIONS, SPACE, ENROLMENT))


@pytest.fixture
def scene(cast):
    made = build(cast)
    code(cast.evaluator, made.quotable, "One of the nurses", RELATIONS)
    code(cast.evaluator, made.quotable, "the meeting with me", ENROLMENT, valence=Valence.BARRIER)
    code(cast.evaluator, made.closed, "nurses came", RELATIONS, SPACE, stage=Stage.MAINTENANCE)
    return made


def values(table):
    return {pair: cell.value for pair, cell in table.cells.items()}


def drawn(cast, scene, by="evaluator", **asked):
    return reads.code_table(cast.everyone()[by], scene.study_id, Asked(**asked))


def test_codes_by_who_speaks_and_by_stage(cast, scene):
    table = drawn(cast, scene)
    assert values(table) == {(REL, "worker"): 1, (ENR, "worker"): 1, (REL, "person"): 1, (SPC, "person"): 1}
    assert [(one.name, one.total) for one in table.rows] == [
        ("Relational Connections", 2),
        ("Space", 1),
        ("Enrolment", 1),
    ]
    assert [(one.key, one.total) for one in table.columns] == [("worker", 1), ("person", 1)]
    assert (table.codings, table.sources, table.most) == (3, 2, 1)
    by_stage = drawn(cast, scene, across=Across.STAGE, frame_a="cfir-2022")
    assert values(by_stage) == {(REL, "operation"): 1, (REL, "maintenance"): 1, (SPC, "maintenance"): 1}
    assert drawn(cast, scene, stage="maintenance").codings == 1
    assert drawn(cast, scene, group="worker", valence="barrier").codings == 1


def test_by_source_coder_valence_and_study(cast, scene):
    second = second_coder(cast)
    code(second, scene.quotable, "of the nurses came", RELATIONS)
    by_source = drawn(cast, scene, across=Across.SOURCE)
    assert [one.name for one in by_source.columns] == ["A worker", "B person"]
    assert values(by_source)[REL, str(scene.quotable)] == 1  # two coders, one passage
    by_coder = drawn(cast, scene, across=Across.CODER)
    assert [one.name for one in by_coder.columns] == ["Elif Kaya", "Ida Moe"]
    assert values(by_coder)[REL, str(second.id)] == 1
    by_valence = drawn(cast, scene, across=Across.VALENCE, count=Count.SOURCES)
    assert [(one.key, one.total) for one in by_valence.columns] == [("barrier", 2), ("facilitator", 2)]
    assert values(by_valence)[REL, "facilitator"] == 2
    by_study = drawn(cast, scene, across=Across.STUDY, each=True)
    assert [one.name for one in by_study.columns] == ["How it takes hold"]
    assert values(by_study)[REL, str(scene.study_id)] == 1  # two passages in two sources


def test_words_and_domains(cast, scene):
    table = drawn(cast, scene, count=Count.WORDS, domains=True)
    inner = "cfir-2022:inner_setting"
    assert values(table)[inner, "worker"] == 4
    assert values(table)[inner, "person"] == 2
    assert [one.name for one in table.rows] == ["Inner Setting", "Cognitive participation"]


def test_codes_together(cast, scene):
    same = drawn(cast, scene, kind=Kind.TOGETHER)
    assert values(same) == {(REL, SPC): 1, (SPC, REL): 1}
    in_turns = drawn(cast, scene, kind=Kind.TOGETHER, near=Near.TURN, frame_a="cfir-2022", frame_b="npt")
    assert values(in_turns) == {(REL, ENR): 1}  # no speakers: the first paragraph holds both
    near = drawn(cast, scene, kind=Kind.TOGETHER, near=Near.REACH, reach=20, count=Count.SOURCES)
    assert values(near)[REL, ENR] == 1
    far = drawn(cast, scene, kind=Kind.TOGETHER, near=Near.REACH, reach=5, count=Count.STRENGTH)
    assert values(far) == {(REL, SPC): 0.5, (SPC, REL): 0.5}


def test_few_questions(cast, scene, django_assert_max_num_queries):
    for asked in (
        {},
        {"across": Across.STUDY},
        {"count": Count.WORDS},
        {"kind": Kind.TOGETHER, "near": Near.TURN},
    ):
        with django_assert_max_num_queries(4):
            drawn(cast, scene, **asked)


def test_who_reads_what(cast, scene):
    assert drawn(cast, scene, by="manager").codings == 3
    with pytest.raises(NotAllowed):
        drawn(cast, scene, by="manager", across=Across.CODER)
    with pytest.raises(NotAllowed):
        drawn(cast, scene, by="worker")
    with pytest.raises(NotFound):
        drawn(cast, scene, frame_a="no-such")


def test_a_question_is_kept_asked_anew_and_taken_off(cast, scene):
    def save(by=cast.evaluator, title="By stage", **asked):
        return actions.save_table(study_id=scene.study_id, title=title, asked=Asked(**asked), by=by, at=NOON)

    first = save(across=Across.STAGE)
    assert save(across=Across.SOURCE) == first
    (card,) = reads.saved_tables(cast.evaluator, scene.study_id)
    assert (card.title, card.asked.across, card.saved_by) == ("By stage", Across.SOURCE, "Elif Kaya")
    for title in ("  ", "x" * 201):
        with pytest.raises(Invalid):
            save(title=title)
    with pytest.raises(NotAllowed):
        save(by=cast.manager)
    with pytest.raises(NotAllowed):
        actions.remove_table(table_id=first, by=cast.manager, at=NOON)
    actions.remove_table(table_id=first, by=cast.evaluator, at=NOON)
    assert reads.saved_tables(cast.evaluator, scene.study_id) == []
    for gone in (first, uuid4()):
        with pytest.raises(NotFound):
            reads.saved_table(cast.evaluator, gone)
        with pytest.raises(NotFound):
            actions.remove_table(table_id=gone, by=cast.evaluator, at=NOON)
    assert save() != first
