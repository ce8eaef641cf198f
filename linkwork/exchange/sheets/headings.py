"""Which column of a file is which? Guessed from its heading, or told; what could be two things is asked for by name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.core.text import fold


@dataclass(frozen=True)
class Headings:
    """The fields of one kind of file: what their columns may be called, and which of them must be there."""

    names: Mapping[str, tuple[str, ...]]
    must: tuple[str, ...]

    @cached_property
    def _known(self) -> dict[str, str]:
        return {fold(word): field for field, words in self.names.items() for word in (field, *words)}

    def columns(self, header: Sequence[str], told: Mapping[str, str], file: str) -> dict[str, str]:
        """Field by field the column that holds it. `told` maps a column to a field and goes before every guess.

        Raises Refused where a field that must be there is not found, or two columns could be the same field.
        """
        found = self._told(header, told, file)
        for column in header:
            field = self._known.get(_plain(column))
            if field is None or column in told or field in set(told.values()):
                continue
            if field in found:
                raise Refused(
                    _("%(file)s has two columns for “%(field)s”: %(one)s and %(other)s. Say which one it is.")
                    % {"file": file, "field": field, "one": found[field], "other": column}
                )
            found[field] = column
        missing = [field for field in self.must if field not in found]
        if missing:
            raise Refused(
                _(
                    "%(file)s: no column was recognised for %(missing)s. Its columns are: %(found)s. Say which it is."
                )
                % {"file": file, "missing": ", ".join(missing), "found": _listed(header)}
            )
        return found

    def _told(self, header: Sequence[str], told: Mapping[str, str], file: str) -> dict[str, str]:
        for column, field in told.items():
            if column not in header:
                raise Refused(
                    _("%(file)s has no column “%(column)s”. Its columns are: %(found)s.")
                    % {"file": file, "column": column, "found": _listed(header)}
                )
            if field not in self.names:
                raise Refused(
                    _("“%(field)s” is no field of such a file. Fields are: %(known)s.")
                    % {"field": field, "known": ", ".join(self.names)}
                )
        return {field: column for column, field in told.items()}


def _listed(header: Sequence[str]) -> str:
    return ", ".join(column for column in header if column)


def _plain(column: str) -> str:
    return " ".join(re.findall(r"\w+", fold(column)))
