"""Text as people write it, made comparable: accents, case, Arabic letter forms, full-width characters."""

import re
import unicodedata

_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None}
)
_SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """`text` for comparing, never for showing: no case, no marks, one form of each Arabic letter, single spaces."""
    plain = unicodedata.normalize("NFKD", text).translate(_ARABIC)
    bare = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", bare).casefold()).strip()


def initials(name: str) -> str:
    """The initials of a name, for lists that need not say more: "Maryam Al Amin" gives "M.A.A."."""
    return "".join(f"{word[0].upper()}." for word in name.split() if word)


def short_name(given: str, family: str) -> str:
    """A person inside the programme, on a list somebody may look over: "Maryam A.".

    The given name is how colleagues speak of them, one letter tells two of them apart, and a glance over a shoulder
    gives no whole name away. A family name of several words gives the letter of its first.
    """
    letter = family.strip()[:1].upper()
    return f"{given.strip()} {letter}." if letter else given.strip()


def lines(text: str) -> tuple[str, ...]:
    """What stands on each line, empty lines left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def one_line(text: str, longest: int = 120) -> str:
    """`text` on one line, cut at a word with an ellipsis where it is longer than `longest` characters."""
    line = _SPACE.sub(" ", text).strip()
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > longest // 2 else cut) + "…"
