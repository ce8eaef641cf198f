"""Do the bytes of a file become the text that was written, or a clear refusal?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.evaluation.studies.rules import (
    LONGEST,
    Direction,
    Fault,
    Unreadable,
    decode,
    direction_of,
    hash_of,
    normalised,
    title_of,
)

pytestmark = pytest.mark.rules


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_usual_encodings_come_in_the_same(encoding: str) -> None:
    text = "Hon sade “välkommen”.\n同伴支持\nأهلاً\U0001f642"
    assert decode(text.encode(encoding)) == text


def test_utf_16_with_the_large_end_first() -> None:
    assert decode(b"\xfe\xff" + "ö同".encode("utf-16-be")) == "ö同"


def test_lines_end_in_one_way_and_letters_stay_as_they_were() -> None:
    assert normalised("a\r\nb\rc\n") == "a\nb\nc\n"
    assert normalised("e\u0301") == "e\u0301"
    assert normalised("a\u2028b") == "a\u2028b"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.EMPTY),
        (b"\xef\xbb\xbf \n", Fault.EMPTY),
        (b"%PDF-1.7 ...", Fault.PDF),
        (b"PK\x03\x04....", Fault.OFFICE),
        (b"a\x00b", Fault.BINARY),
        (b"\xff\xfea\x00\x00\x00", Fault.BINARY),
        ("välkommen".encode("latin-1"), Fault.UNDECODABLE),
        (b"\xff\xfea", Fault.UNDECODABLE),
        (b"x" * (LONGEST + 1), Fault.TOO_LONG),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, fault: Fault) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(data)
    assert refused.value.fault is fault


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\r\ufeff")).filter(str.strip))
def test_any_text_survives_the_way_in(text: str) -> None:
    assert decode(text.encode()) == text
    assert normalised(normalised(text)) == normalised(text)
    assert hash_of(normalised(text)) == hash_of(text)


@pytest.mark.parametrize(
    ("code", "way"), [("ar", "rtl"), ("fa-AF", "rtl"), ("sv", "ltr"), ("zh-Hans", "ltr")]
)
def test_which_way_a_language_runs(code: str, way: str) -> None:
    assert direction_of(code) == Direction(way)


@pytest.mark.parametrize(
    ("name", "title"),
    [("a/b/Interview_07.txt", "Interview 07"), ("C:\\x\\notes.md", "notes"), (".txt", ".txt"), ("", "–")],
)
def test_a_file_name_becomes_a_title(name: str, title: str) -> None:
    assert title_of(name) == title
