"""Putting a recording in its place, and reading parts of it."""

import datetime as dt
import hashlib
import re
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies import actions

PIECE = 64 * 1024
KINDS = {  # what a file begins with, after how many bytes: its type
    (0, b"ID3"): "audio/mpeg",
    (0, b"\xff\xfb"): "audio/mpeg",
    (0, b"\xff\xf3"): "audio/mpeg",
    (0, b"\xff\xf2"): "audio/mpeg",
    (0, b"OggS"): "audio/ogg",
    (4, b"ftypM4A"): "audio/mp4",
    (4, b"ftypmp42"): "audio/mp4",
    (4, b"ftypisom"): "audio/mp4",
    (4, b"ftypiso"): "audio/mp4",
    (4, b"ftypdash"): "audio/mp4",
}


def media_type(head: bytes) -> str | None:
    """What a recording is, by its first twelve bytes whatever its name says; None for anything else."""
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "audio/wav"
    return next((kind for (at, start), kind in KINDS.items() if head[at:].startswith(start)), None)


def keep(pieces: Iterable[bytes], name: str, *, source_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Keep the recording of a source, in place of the one it had. Raises Refused with what to do, and what the action
    raises; nothing is left behind then.
    """
    folder = folder_of(by.programme)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stored = secrets.token_hex(24)
    path = folder / stored
    try:
        kind, size, digest = _write(path, pieces, name)
        before = actions.keep_recording(
            source_id=source_id, stored=stored, media_type=kind, size=size, sha256=digest, by=by, at=at
        )
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    if before:
        (folder / before).unlink(missing_ok=True)


def drop(*, source_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take a recording away, with its file."""
    if stored := actions.drop_recording(source_id=source_id, by=by, at=at):
        (folder_of(by.programme) / stored).unlink(missing_ok=True)


def folder_of(programme_id: UUID) -> Path:
    """Where the recordings of a programme lie."""
    return Path(settings.HOME) / "media" / str(programme_id)


def asked_part(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a Range header of one range; None where it asks for all or cannot be met.

    Raises Refused where it lies beyond the file (RFC 9110, 14.1.2).
    """
    match = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", header.strip())
    if not match or not (match[1] or match[2]):
        return None
    if not match[1]:
        first, last = max(0, size - int(match[2])), size - 1
    else:
        first, last = int(match[1]), min(size - 1, int(match[2]) if match[2] else size - 1)
    if first >= size or first > last:
        raise Refused(_("This part of the recording is not there."))
    return first, last


def part(path: Path, first: int, last: int) -> Iterator[bytes]:
    """The bytes of a file from `first` to `last`, both among them."""
    with path.open("rb") as file:
        file.seek(first)
        left = last - first + 1
        while left > 0 and (piece := file.read(min(PIECE, left))):
            left -= len(piece)
            yield piece


def _write(path: Path, pieces: Iterable[bytes], name: str) -> tuple[str, int, str]:
    """Type, size in bytes and SHA-256 of what was written."""
    digest, size, head = hashlib.sha256(), 0, b""
    with path.open("xb") as file:
        path.chmod(0o600)
        for piece in pieces:
            head = head if len(head) >= 12 else (head + piece)[:12]
            size += len(piece)
            if size > settings.LARGEST_RECORDING:
                words = _("%(file)s is larger than %(n)s MB. Save it as MP3 or divide it.")
                raise Refused(words % {"file": name, "n": settings.LARGEST_RECORDING // 2**20})
            digest.update(piece)
            file.write(piece)
    kind = media_type(head)
    if kind is None:
        raise Refused(_("%(file)s is no MP3, M4A, OGG or WAV recording.") % {"file": name})
    return kind, size, digest.hexdigest()
