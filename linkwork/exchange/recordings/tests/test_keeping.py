"""Is a recording known by its bytes, kept under a name nobody chose, and read in the parts that were asked for?"""

from pathlib import Path
from typing import Any

import pytest

from linkwork.core.errors import NotAllowed, Refused
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.rules import Design, SourceKind
from linkwork.exchange.recordings import keeping
from linkwork.testing.cast import NOON, Cast

SOUND = b"ID3" + bytes(500)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"ID3\x04", "audio/mpeg"),
        (b"RIFF\0\0\0\0WAVEfmt", "audio/wav"),
        (b"\0\0\0\x20ftypM4A ", "audio/mp4"),
        (b"OggS", "audio/ogg"),
        (b"RIFF\0\0\0\0AVI ", None),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_a_recording_is_known_by_its_bytes(head: bytes, kind: str | None) -> None:
    assert keeping.media_type(head) == kind


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("", None),
        ("bytes=-", None),
        ("bytes=0-1,4-5", None),
        ("lines=0-1", None),
        ("bytes=0-", (0, 99)),
        ("bytes=10-19", (10, 19)),
        ("bytes=90-500", (90, 99)),
        ("bytes=-10", (90, 99)),
        ("bytes=-500", (0, 99)),
        (f"bytes={'9' * 5000}-", None),
    ],
)
def test_a_part_that_is_asked_for(header: str, part: tuple[int, int] | None) -> None:
    assert keeping.asked_part(header, 100) == part


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=20-10", "bytes=-0"])
def test_a_part_that_is_not_there(header: str) -> None:
    with pytest.raises(Refused):
        keeping.asked_part(header, 100)


def test_a_file_is_read_in_parts(tmp_path: Path) -> None:
    path = tmp_path / "sound"
    path.write_bytes(bytes(range(200)))
    assert b"".join(keeping.part(path, 10, 19)) == bytes(range(10, 20))
    assert b"".join(keeping.part(path, 190, 500)) == bytes(range(190, 200))


def test_a_recording_is_kept_replaced_and_taken_away(cast: Cast, tmp_path: Path, settings: Any) -> None:
    settings.HOME, settings.LARGEST_RECORDING = tmp_path, 1000
    by = cast.evaluator
    study_id = actions.open_study(
        title="Talks", design=Design.INTERVIEWS, opened_on=NOON.date(), by=by, at=NOON
    )
    source_id = actions.add_source(
        study_id=study_id, title="One", kind=SourceKind.DOCUMENT, text="Words.", language="en", by=by, at=NOON
    )
    folder = keeping.folder_of(cast.programme_id)

    def keep(*pieces: bytes, who: Any = by) -> None:
        keeping.keep(pieces, "../talk.mp3", source_id=source_id, by=who, at=NOON)

    keep(SOUND[:5], SOUND[5:])
    (first,) = folder.iterdir()
    keep(SOUND)
    (second,) = folder.iterdir()
    assert first != second
    for pieces, who, error in (
        ((b"<html>",), by, Refused),
        ((SOUND, SOUND), by, Refused),
        ((SOUND,), cast.manager, NotAllowed),
    ):
        with pytest.raises(error):
            keep(*pieces, who=who)
        assert [*folder.iterdir()] == [second]
    card = reads.recording(by, source_id)
    assert card is not None
    assert (card.stored, card.media_type, card.size) == (second.name, "audio/mpeg", len(SOUND))
    for _time in range(2):  # the second finds nothing to take away
        keeping.drop(source_id=source_id, by=by, at=NOON)
    assert ([*folder.iterdir()], reads.recording(by, source_id)) == ([], None)
