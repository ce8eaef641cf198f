"""Do names leave a text as a person decided, with its codings moved, and only the lead reads them again?"""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed
from linkwork.core.viewer import Viewer, system
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, build, second_coder
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads as study_reads
from linkwork.evaluation.studies.actions import NameDecision
from linkwork.evaluation.studies.rules import NameKind, Part, SourceKind
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail

TALK = "Interviewer: And Amal?\nAmal: I am Amal, from Malmö.\nInterviewer: Malmö?\nAmal: Yes, Malmö."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Any) -> None:
    settings.HOME = tmp_path


def places(words: str, text: str = TALK) -> tuple[tuple[int, int], ...]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return tuple(found)


def talk(by: Viewer, study_id: UUID, title: str = "Talk", text: str = TALK) -> UUID:
    return studies.add_source(
        study_id=study_id,
        title=title,
        kind=SourceKind.INTERVIEW,
        text=text,
        language="en",
        by=by,
        at=NOON,
    )


def test_names_are_replaced_as_decided_and_codings_move(cast: Cast) -> None:
    by, study_id = cast.evaluator, build(cast).study_id
    source_id = talk(by, study_id)
    for words, code in (("I am Amal", RELATIONS), ("Malmö?", ENROLMENT)):
        start = TALK.index(words)
        actions.code_passage(
            source_id=source_id, start=start, end=start + len(words), constructs=[code],
            valence=Valence.NEUTRAL, by=by, at=NOON,
        )  # fmt: skip
    source = study_reads.source(by, source_id)
    assert not source.names_seen
    decisions = [
        NameDecision("Amal", NameKind.NAME, "", places("Amal")),
        NameDecision("Malmö", NameKind.PLACE, "a town", places("Malmö")[:2]),
        NameDecision("Interviewer", NameKind.NAME, None),
    ]
    done = actions.replace_names(
        source_id=source_id, text_hash=source.hash, decisions=decisions, finished=True, by=by, at=NOON
    )
    assert done == 6
    after = study_reads.source(by, source_id)
    assert after.text == (
        "Interviewer: And [Name 1]?\n[Name 1]: I am [Name 1], from a town.\nInterviewer: a town?\n[Name 1]: Yes, Malmö."
    )
    assert (after.names_seen, after.version) == (True, 2)
    assert [after.text[one.start : one.end] for one in reads.codings(by, source_id)] == [
        "I am [Name 1]",
        "a town?",
    ]
    assert reads.changed(by, source_id) == []
    turns = study_reads.turns(by, source_id)
    assert [(one.speaker, after.text[one.said_from : one.end]) for one in turns] == [
        ("Interviewer", "And [Name 1]?"),
        ("[Name 1]", "I am [Name 1], from a town."),
        ("Interviewer", "a town?"),
        ("[Name 1]", "Yes, Malmö."),
    ]
    assert study_reads.earlier_texts(by, source_id) == []
    known = study_reads.pseudonyms_for(by, study_id, ["amal", "Malmö", "Interviewer", "Bo"])
    assert known == {"amal": "[Name 1]", "Malmö": "a town", "Interviewer": ""}


def test_names_leave_what_is_kept_of_lost_codings_too(cast: Cast) -> None:
    by, study_id = cast.evaluator, build(cast).study_id
    source_id = talk(by, study_id)
    start = TALK.index("Amal: I am Amal")
    actions.code_passage(
        source_id=source_id, start=start, end=start + 15, constructs=[RELATIONS],
        valence=Valence.NEUTRAL, by=by, at=NOON,
    )  # fmt: skip
    edited = TALK.replace("Amal: I am Amal, from Malmö.\n", "")
    actions.edit_text(source_id=source_id, text=edited, by=by, at=NOON)
    (card,) = reads.lost(by, source_id)
    assert "Amal" in card.words
    actions.replace_names(
        source_id=source_id,
        text_hash=study_reads.source(by, source_id).hash,
        decisions=[NameDecision("Amal", NameKind.NAME, "", places("Amal", edited))],
        finished=True,
        by=by,
        at=NOON,
    )
    (card,) = reads.lost(by, source_id)
    assert card.words == "[Name 1]: I am [Name 1]"
    assert "Amal" not in card.before + card.after


def test_a_name_stands_as_the_same_in_the_whole_study(cast: Cast) -> None:
    by, study_id = cast.evaluator, build(cast).study_id
    for title, text in (("One", "I am Amal."), ("Two", "With Bo and Amal.")):
        source = study_reads.source(by, talk(by, study_id, title, text))
        decisions = [
            NameDecision(words, NameKind.NAME, "", places(words, text))
            for words in ("Bo", "Amal")
            if words in text
        ]
        actions.replace_names(
            source_id=source.id, text_hash=source.hash, decisions=decisions, finished=False, by=by, at=NOON
        )
    assert study_reads.source(by, source.id).text == "With [Name 2] and [Name 1]."
    assert not study_reads.source(by, source.id).names_seen


def test_only_the_lead_reads_the_names_and_each_reading_is_kept(cast: Cast) -> None:
    by, study_id = cast.evaluator, build(cast).study_id
    source = study_reads.source(by, talk(by, study_id, "One", "I am Amal."))
    decisions = [NameDecision("Amal", NameKind.NAME, "", places("Amal", source.text))]
    actions.replace_names(
        source_id=source.id, text_hash=source.hash, decisions=decisions, finished=True, by=by, at=NOON
    )
    (card,) = studies.read_pseudonyms(study_id=study_id, by=by, at=NOON)
    assert (card.replacement, card.words) == ("[Name 1]", "Amal")
    steps = trail.steps_about(system(cast.programme_id), study_id)
    assert "studies.read_pseudonyms" in [step.what for step in steps]
    ida = second_coder(cast)
    studies.set_part(study_id=study_id, worker_id=ida.worker_id, part=Part.CODER, by=by, at=NOON)
    for viewer in (ida, cast.manager):
        with pytest.raises(NotAllowed):
            studies.read_pseudonyms(study_id=study_id, by=viewer, at=NOON)


def test_what_does_not_fit_the_text_is_refused_whole(cast: Cast) -> None:
    by, study_id = cast.evaluator, build(cast).study_id
    source = study_reads.source(by, talk(by, study_id))

    def replace(text_hash: str, *decisions: NameDecision, who: Viewer = by) -> None:
        actions.replace_names(
            source_id=source.id, text_hash=text_hash, decisions=decisions, finished=True, by=who, at=NOON
        )

    name = NameDecision("Amal", NameKind.NAME, "", places("Amal"))
    with pytest.raises(IllegalStep, match="changed meanwhile"):
        replace("other", name)
    for wrong, said in (
        ([NameDecision("Amal", NameKind.NAME, "", ((0, 4),))], "changed meanwhile"),
        ([name, NameDecision("I am Amal", NameKind.NAME, "", places("I am Amal"))], "over each other"),
        ([NameDecision("Amal", NameKind.NAME, "x" * 81, places("Amal"))], "under 80"),
    ):
        with pytest.raises(Invalid, match=said):
            replace(source.hash, *wrong)
    with pytest.raises(NotAllowed):
        replace(source.hash, name, who=cast.manager)
    assert study_reads.source(by, source.id).text == TALK
    assert studies.read_pseudonyms(study_id=source.study_id, by=by, at=NOON) == []
    replace(source.hash)
    assert study_reads.source(by, source.id).names_seen
