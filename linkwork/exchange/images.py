"""How does somebody's picture become one that may be shown? Made anew from its points: nothing else comes along.

Place, time, device and thumbnails that cameras write into files are gone, and so is anything hidden behind the picture.
"""

from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from linkwork.core.errors import Invalid

MOST_BYTES = 8 * 1024 * 1024
MOST_POINTS = 40_000_000
LONGEST_SIDE = 1600  # points: enough for half a printed page
KINDS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True)
class Shown:
    """A picture as it is kept: its bytes, media type, the file's ending, width and height in points."""

    content: bytes
    kind: str
    ending: str
    wide: int
    high: int


def shown(content: bytes) -> Shown:
    """The picture turned upright, no larger than it is shown, without metadata. Raises Invalid (picture)."""
    try:
        with Image.open(BytesIO(content), formats=KINDS) as found:
            if found.width * found.height > MOST_POINTS:
                raise Invalid({"picture": _("This picture has too many points. Choose a smaller one.")})
            upright = ImageOps.exif_transpose(found)
            clear = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
            drawn = upright.convert("RGBA" if clear else "RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise Invalid({"picture": _("Choose a JPEG, PNG or WebP picture.")}) from None
    drawn.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new(drawn.mode, drawn.size)  # carries no info of the file it came from
    bare.paste(drawn)
    out = BytesIO()
    if clear or found.format == "PNG":
        bare.save(out, "PNG", optimize=True)
        return Shown(out.getvalue(), "image/png", ".png", *bare.size)
    bare.save(out, "JPEG", quality=85, optimize=True)
    return Shown(out.getvalue(), "image/jpeg", ".jpg", *bare.size)
