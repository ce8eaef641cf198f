"""What can be put right in a cell without guessing, and said so."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from linkwork.directory.rules.kinds import Mended

_FILLERS = {"n/a", "na", "(blank)", "blank", "null", "none", "-", "--", "tba", "tbc", "nil", "not available"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MOJIBAKE = re.compile(r"â€|[ÃÂ][^\x00-\x7f]")
_SLIPS = {"Melboourne": "Melbourne"}


@dataclass
class Mender:
    """Cleans the cells of a file, and remembers each change."""

    mended: list[Mended] = field(default_factory=list)

    def note(self, row: int, column: str, found: str, why: str) -> None:
        """Remember one change."""
        self.mended.append(Mended(row, column, found, why))

    def cells(self, row: int, cells: dict[str, str]) -> dict[str, str]:
        """The cells with fillers emptied and broken characters mended."""
        return {column: self._cell(row, column, text) for column, text in cells.items()}

    def _cell(self, row: int, column: str, text: str) -> str:
        if text.casefold() in _FILLERS:
            if text.casefold() != "none" or column != "location_precision":
                self.note(row, column, text, _("A filler, not a fact: left empty."))
            return ""
        mended = text
        if _MOJIBAKE.search(mended):
            mended = _redecoded(mended)
        if "\ufffd" in mended:
            mended = re.sub(r"\s\ufffd+\s", " – ", mended).replace(
                "\ufffd", "’" if "\ufffds" in mended else ""
            )
        mended = _CONTROL.sub(" ", mended)
        if mended != text:
            self.note(row, column, text, _("Broken characters mended."))
        for slip, right in _SLIPS.items():
            if slip in mended:
                self.note(row, column, slip, _("A slip of the pen put right."))
                mended = mended.replace(slip, right)
        return mended


def _redecoded(text: str) -> str:
    """Text that was read in the wrong encoding, read in the right one; unchanged where that does not work out."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
