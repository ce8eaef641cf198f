"""Is every capability epic shown by a test that tells its story?"""

from pathlib import Path

import pytest

from linkwork.testing.capabilities import EPICS, epic, shown

WHOLE = '''@epic("C37E9", pages=["people:consent"])
def test_it():
    """
    Given a person
    When they say
      yes
    Then it is kept
    """
'''


def written(folder: Path, text: str) -> Path:
    (folder / "test_one.py").write_text(text, "utf-8")
    return folder


def test_every_epic_is_shown():
    assert {one.number for one in shown()} == set(EPICS)


def test_a_story_may_run_over_several_lines(tmp_path):
    (one,) = shown(written(tmp_path, WHOLE))
    assert one.story == ("Given a person", "When they say yes", "Then it is kept")
    assert one.pages == ("people:consent",)


def test_a_story_without_its_when_is_refused(tmp_path):
    with pytest.raises(ValueError, match="Given …, When …, Then …"):
        shown(written(tmp_path, WHOLE.replace("When", "And")))


@pytest.mark.parametrize(("number", "page"), [("C99E1", "people:consent"), ("C37E9", "people:nowhere")])
def test_an_unknown_epic_or_page_is_refused(number, page):
    with pytest.raises(KeyError):
        epic(number, pages=[page])
