"""Somebody's picture made anew: upright, no larger than it is shown, and without what its camera wrote."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from linkwork.core.errors import Invalid
from linkwork.exchange import images


def photo(kind: str = "JPEG", size: tuple[int, int] = (2000, 1000), mode: str = "RGB", **told: Any) -> bytes:
    out = BytesIO()
    Image.new(mode, size, "#3c6e9f").save(out, kind, **told)
    return out.getvalue()


def test_what_a_camera_wrote_is_gone() -> None:
    told = Image.Exif()
    told[0x010F], told[0x0112] = "Camera of Rosa", 6  # maker; turned a quarter
    told.get_ifd(0x8825)[1] = "N"  # where it was taken
    kept = images.shown(photo(exif=told))
    assert (kept.wide, kept.high) == (800, 1600)  # upright, and no larger than it is shown
    with Image.open(BytesIO(kept.content)) as found:
        assert not found.getexif()
        assert "exif" not in found.info
    assert b"Rosa" not in kept.content
    for kind, mode, made in (
        ("PNG", "RGBA", "image/png"),
        ("WEBP", "RGB", "image/jpeg"),
        ("PNG", "P", "image/png"),
    ):
        assert images.shown(photo(kind, (20, 10), mode)).kind == made


def test_a_picture_of_too_many_points_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MOST_POINTS", 100)
    with pytest.raises(Invalid, match="too many points"):
        images.shown(photo("PNG", (20, 20)))
