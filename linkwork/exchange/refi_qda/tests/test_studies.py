"""A study out as a project file and in again; another program's project becomes a study."""

from dataclasses import replace

import pytest

from linkwork.core.errors import Invalid
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.own import ListKind, frame_id_of
from linkwork.evaluation.coding.tests import scene as scenes
from linkwork.evaluation.coding.tests.rounds_scene import together
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.rules import ConsentForm, Group
from linkwork.evaluation.studies.tests.scene import another
from linkwork.exchange.refi_qda.into_study import take_in
from linkwork.exchange.refi_qda.of_study import not_carried, project_of
from linkwork.exchange.refi_qda.reading import read_qdpx
from linkwork.exchange.refi_qda.shapes import Loss, Mark, Passage
from linkwork.exchange.refi_qda.tests import samples
from linkwork.exchange.refi_qda.tests.test_round_trip import valid
from linkwork.exchange.refi_qda.writing import project_xml, qdpx
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON


@pytest.fixture
def scene(cast):
    return scenes.build(cast)


@pytest.fixture
def coded(cast, scene):
    """Two coders, own codes in a tree, valence, strength, stage, memos of each kind, an emoji before a passage."""
    by = cast.evaluator
    other = another(cast)
    list_id = coding.add_list(
        study_id=scene.study_id, title="Found while reading", kind=ListKind.INDUCTIVE, by=by, at=NOON
    )
    trust = coding.add_code(
        list_id=list_id, name="Trust", definition="Being relied on", include="People send people",
        exclude="Trust in a building", example="sent me someone", colour=3, by=by, at=NOON,
    )  # fmt: skip
    child = coding.add_code(list_id=list_id, name="First step", parent_id=trust, by=by, at=NOON)
    own = (frame_id_of(list_id), child.hex)
    scenes.code(by, scene.quotable, "came to the meeting", scenes.RELATIONS, own, memo="Why so?")
    scenes.code(other, scene.quotable, "came to the meeting with", own, valence=Valence.MIXED)
    start = scenes.TEXT.index("now")
    coding.code_passage(
        source_id=scene.closed, start=start, end=start + 3, constructs=[own], valence=Valence.BARRIER, strength=3,
        stage=Stage.MAINTENANCE, by=by, at=NOON,
    )  # fmt: skip
    coding.add_memo(study_id=scene.study_id, text="What is trust?", by=by, at=NOON)
    coding.add_memo(study_id=scene.study_id, source_id=scene.closed, text="Spoken softly", by=by, at=NOON)
    return scene


def there_and_back(by, study_id):
    out = project_of(by, study_id)
    data = qdpx(out)
    project, lost = read_qdpx(data, "study.qdpx")
    assert lost.lines() == []
    return out, data, take_in(project, lost, language="en", by=by, at=NOON, file="study.qdpx")


def test_what_goes_out_comes_in_the_same(cast, coded):
    by = cast.evaluator
    out, data, taken = there_and_back(by, coded.study_id)
    assert taken.loss.lines() == []
    assert (taken.sources, taken.codes, taken.codings, taken.memos) == (2, 2, 3, 2)
    again = project_of(by, taken.study_id)
    assert replace(again, name=out.name) == out  # ids, offsets, users, times, notes
    assert qdpx(replace(again, name=out.name)) == data
    before = {one.title: one for one in studies.sources(by, coded.study_id)}
    for one in studies.sources(by, taken.study_id):
        first = before[one.title]
        assert (one.hash, one.group, one.stage, one.kind, one.consent, one.language) == (
            first.hash, first.group, first.stage, first.kind, first.consent, first.language,
        )  # fmt: skip


def test_what_was_settled_is_not_counted_beside_what_it_was_settled_from(cast):
    made = together(cast, blind=False)
    for by in (made.first, made.second):
        scenes.code(by, made.scene.quotable, "nurses came", scenes.RELATIONS, memo="Mine")
    coding.take_agreed(round_id=made.round_id, by=made.first, at=NOON)
    coding.settle_source(round_id=made.round_id, source_id=made.scene.quotable, by=made.first, at=NOON)
    out, _data, taken = there_and_back(made.first, made.scene.study_id)
    assert "Consensus" in {one.name for one in out.users}
    assert (taken.codings, taken.memos) == (2, 0)
    assert len({one.coder for one in reads.quotes(made.first, taken.study_id)}) == 2
    ((what, why, count),) = taken.loss.lines()
    assert (what, count) == ("Coding", 1)
    assert "settled" in why


def test_every_coding_stands_on_its_words(cast, coded):
    by = cast.evaluator
    _out, _data, taken = there_and_back(by, coded.study_id)
    kept = {
        (q.text, q.valence, q.strength, q.stage, q.coder, q.memo) for q in reads.quotes(by, taken.study_id)
    }
    assert kept == {
        (q.text, q.valence, q.strength, q.stage, q.coder, q.memo) for q in reads.quotes(by, coded.study_id)
    }
    assert {words for words, *_rest in kept} == {"came to the meeting", "came to the meeting with", "now"}


def test_an_own_code_keeps_its_place_and_what_it_means(cast, coded):
    by = cast.evaluator
    _out, _data, taken = there_and_back(by, coded.study_id)
    trust, child = reads.codebook(by, taken.study_id).own_codes
    assert (trust.definition, trust.include, trust.exclude, trust.example, trust.colour) == (
        "Being relied on", "People send people", "Trust in a building", "sent me someone", 3,
    )  # fmt: skip
    assert (child.name, child.parent) == ("First step", trust.construct_id)


def test_the_file_is_valid_by_the_standards_schema(cast, coded):
    out = project_of(cast.evaluator, coded.study_id)
    valid("Project", project_xml(out))


def test_what_is_not_carried_is_said(cast, coded):
    by = cast.evaluator
    list_id = coding.add_list(study_id=coded.study_id, title="Mapped", kind=ListKind.OWN, by=by, at=NOON)
    code = coding.add_code(list_id=list_id, name="Room", maps_to=[scenes.SPACE], by=by, at=NOON)
    coding.add_memo(
        study_id=coded.study_id, code=(frame_id_of(list_id), code.hex), text="Broad", by=by, at=NOON
    )
    coding.withdraw_consent(source_id=coded.closed, by=by, at=NOON)
    out, loss = project_of(by, coded.study_id), not_carried(by, coded.study_id)
    assert [one.name for one in out.texts] == ["A worker"]
    assert [what for what, _why, _n in loss.lines()] == ["Code", "Memo", "TextSource"]


def test_another_programs_project_becomes_a_study(cast):
    by = cast.evaluator
    project = replace(samples.PROJECT, origin="Another")
    taken = take_in(project, Loss(), language="en", by=by, at=NOON, file="theirs.qdpx")
    [source] = studies.sources(by, taken.study_id)
    assert (source.consent, source.title) == (ConsentForm.ANALYSE, "Interview 1")
    found = {(q.text, tuple(name for _f, _c, name in q.codes)) for q in reads.quotes(by, taken.study_id)}
    assert found == {
        (samples.WORDS[0:20], ("Hope", "Trust")),
        (samples.WORDS, ("Hope",)),
    } or found == {(samples.WORDS[0:20], ("Trust", "Hope")), (samples.WORDS, ("Hope",))}
    said = " ".join(f"{what}: {why}" for what, why, _n in taken.loss.lines())
    assert "“A coder” is nobody here" in said
    assert "memo on the text" in said
    assert "Set" in said
    assert "“age”: no property of a source here" in said


def test_two_people_on_one_passage_are_two_codings(cast):
    by, other = cast.evaluator, another(cast)
    users = (replace(samples.PROJECT.users[0], name="ida moe"), replace(samples.PROJECT.users[0], guid=by.id))
    marks = (
        Mark(samples.number(91), samples.TRUST, samples.AMAL),
        Mark(samples.number(92), samples.HOPE, by.id),
    )
    text = replace(samples.PROJECT.texts[0], passages=(Passage(samples.number(93), 0, 5, marks),), marks=())
    project = replace(samples.PROJECT, origin="Another", users=users, texts=(text,), cases=())
    taken = take_in(project, Loss(), language="en", by=by, at=NOON)
    [source] = studies.sources(by, taken.study_id)
    assert {one.coder_id for one in reads.codings(by, source.id)} == {by.id, other.id}


def test_properties_of_cases_and_sources_are_known_by_name(cast):
    by = cast.evaluator
    renamed = tuple(
        replace(one, name="who speaks") if one.name == "Group" else one for one in samples.PROJECT.variables
    )
    taken = take_in(
        replace(samples.PROJECT, origin="Another", variables=renamed), Loss(), language="en", by=by, at=NOON
    )
    [source] = studies.sources(by, taken.study_id)
    assert source.group is Group.WORKER


def test_a_text_that_cannot_be_kept_is_named_and_the_others_stay(cast):
    twin = replace(samples.PROJECT.texts[0], guid=samples.number(99), name="The same again")
    project = replace(samples.PROJECT, origin="Another", texts=(*samples.PROJECT.texts, twin))
    taken = take_in(project, Loss(), language="en", by=cast.evaluator, at=NOON)
    assert taken.sources == 1
    assert any("This very text is in the study already." in why for _what, why, _n in taken.loss.lines())


def test_a_fault_leaves_nothing(cast, monkeypatch):
    by = cast.evaluator
    there = len(studies.studies(by))

    def refuses(**_words):
        raise Invalid({"passage": "no"})

    monkeypatch.setattr("linkwork.evaluation.coding.actions.take_in_codings", refuses)
    with pytest.raises(Invalid):
        take_in(samples.PROJECT, Loss(), language="en", by=by, at=NOON)
    assert len(studies.studies(by)) == there


def test_the_same_file_twice_is_two_studies(cast, coded):
    by = cast.evaluator
    _out, _data, first = there_and_back(by, coded.study_id)
    _out, _data, second = there_and_back(by, coded.study_id)
    assert (first.title, second.title) == ("How it takes hold (2)", "How it takes hold (3)")


def test_taking_in_asks_no_question_for_each_passage(cast, django_assert_max_num_queries):
    marks = (Mark(samples.number(5000), samples.TRUST),)
    many = tuple(Passage(samples.number(1000 + n), n % 20, n % 20 + 2, marks) for n in range(400))
    text = replace(samples.PROJECT.texts[0], passages=many, marks=())
    project = replace(samples.PROJECT, origin="Another", texts=(text,))
    with django_assert_max_num_queries(90):
        taken = take_in(project, Loss(), language="en", by=cast.evaluator, at=NOON)
    assert taken.codings == 400
