"""Are the demonstration's invented interviews whole and coded in both frames?"""

import pytest

from linkwork.commands.demo.study import unmarked
from linkwork.commands.demo.study_texts import CODES, QUESTIONS, TOLD
from linkwork.instruments.frames import frame
from linkwork.programmes.rules import Stage

pytestmark = pytest.mark.rules


@pytest.mark.parametrize("key", TOLD)
def test_each_programme_is_told_through_all_stages_in_both_frames(key: str) -> None:
    assert key in QUESTIONS
    assert {told.stage for told in TOLD[key]} == set(Stage)
    passages = [(text, one) for told in TOLD[key] for text, found in [unmarked(told.text)] for one in found]
    assert 10 <= len(passages) <= 25
    assert {frame_id for _text, one in passages for frame_id, _construct in one.constructs} == {
        "cfir-2022",
        "npt",
    }
    for text, one in passages:
        assert not set("[]") & set(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]


def test_every_code_is_in_its_frame() -> None:
    for frame_id, construct_id in CODES.values():
        assert frame(frame_id).has(construct_id)
