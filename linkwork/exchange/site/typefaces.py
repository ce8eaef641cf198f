"""The typefaces that go along with the site, whole as their packages hold them, each with its licence.

Their licence (SIL Open Font Licence) reserves the names: a smaller copy could not go by them. Each is fetched only by
a page that has letters of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

FOLDER = "fonts/"
ARABIC = "U+0600-06FF, U+0750-077F, U+0870-08FF, U+FB50-FDFF, U+FE70-FEFF"


@dataclass(frozen=True)
class Typeface:
    """One file: what a style calls it, which weights it has, the letters it is for (empty: any), its licence's file."""

    family: str
    file: str
    name: str
    weight: str
    letters: str
    licence: str


FACES = (
    Typeface(
        *("Atkinson Hyperlegible", "AtkinsonHyperlegible-Regular.ttf", "atkinson.ttf", "400", ""),
        "atkinson-licence.txt",
    ),
    Typeface(
        *("Atkinson Hyperlegible", "AtkinsonHyperlegible-Bold.ttf", "atkinson-bold.ttf", "600 700", ""),
        "atkinson-licence.txt",
    ),
    Typeface(
        *("Noto Sans Arabic", "NotoSansArabic[wdth,wght].ttf", "noto-arabic.ttf", "100 900", ARABIC),
        "noto-arabic-licence.txt",
    ),
)


def style() -> str:
    """The rules that name them; a face that is not installed here is left out, and the reader's own stands in."""
    return "".join(_rule(face) for face, _place in _installed())


def files() -> Iterator[tuple[str, bytes]]:
    """(path, content) of each face and each licence, once."""
    made: dict[str, Path] = {}
    for face, place in _installed():
        made[FOLDER + face.name] = place
        made[FOLDER + face.licence] = place.parent.parent / "LICENSE"
    for path, place in made.items():
        yield path, place.read_bytes()


def _installed() -> Iterator[tuple[Typeface, Path]]:
    for face in FACES:
        places = (Path(folder) / face.file for folder in settings.FONTS)
        if place := next((one for one in places if one.is_file()), None):
            yield face, place


def _rule(face: Typeface) -> str:
    letters = f" unicode-range: {face.letters};" if face.letters else ""
    return (
        f'@font-face {{ font-family: "{face.family}"; src: url("{FOLDER}{face.name}") format("truetype");'
        f" font-weight: {face.weight}; font-display: swap;{letters} }}\n"
    )
