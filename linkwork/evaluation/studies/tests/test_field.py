"""Is a field conversation kept as a source, with what the researcher thinks apart from what was said?"""

import datetime as dt

import pytest

from linkwork.core.errors import Invalid, NotAllowed
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.rules import ConsentForm, SourceKind
from linkwork.evaluation.studies.tests.scene import add, open_study
from linkwork.testing.cast import NOON, Cast


def test_a_conversation_is_a_source_with_a_note_beside_it(cast: Cast) -> None:
    by, study_id = cast.evaluator, open_study(cast.evaluator)
    given = {"study_id": study_id, "title": "At the clinic", "said": "Come back on Monday.", "language": "en"}
    for days, who, error in ((2, by, Invalid), (0, cast.manager, NotAllowed)):
        with pytest.raises(error):
            actions.note_conversation(
                **given,  # type: ignore[arg-type]
                held_on=NOON.date() + dt.timedelta(days=days),
                by=who,
                at=NOON,
            )
    assert reads.sources(by, study_id) == []
    made = actions.note_conversation(
        **given,  # type: ignore[arg-type]
        held_on=NOON.date() + dt.timedelta(days=1),  # a day ahead is today somewhere
        place=" Waiting room ",
        thoughts=" Tired. ",
        by=by,
        at=NOON,
    )
    card, note = reads.source(by, made), reads.field_note(by, reads.source_line(by, made))
    assert (card.text, card.kind, card.consent) == (
        "Come back on Monday.",
        SourceKind.FIELD_CONVERSATION,
        ConsentForm.ANALYSE,
    )
    assert note
    assert (note.place, note.thoughts) == ("Waiting room", "Tired.")
    assert reads.field_note(by, reads.source_line(by, add(by, study_id))) is None


def test_the_recording_of_a_source_is_replaced_and_dropped(cast: Cast) -> None:
    by = cast.evaluator
    source_id = add(by, open_study(by))

    def keep(stored: str) -> str:
        return actions.keep_recording(
            source_id=source_id,
            stored=stored,
            media_type="audio/mpeg",
            size=9,
            sha256="0" * 64,
            by=by,
            at=NOON,
        )

    assert [keep("a"), keep("b")] == ["", "a"]
    card = reads.recording(by, source_id)
    assert card is not None
    assert (card.stored, card.size) == ("b", 9)
    with pytest.raises(NotAllowed):
        actions.drop_recording(source_id=source_id, by=cast.manager, at=NOON)
    dropped = [actions.drop_recording(source_id=source_id, by=by, at=NOON) for _time in range(2)]
    assert (dropped, reads.recording(by, source_id)) == (["b", ""], None)
