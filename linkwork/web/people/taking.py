"""Who could take somebody on: which languages they speak, how many people they have, whether they are away."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework import reads
from linkwork.core.text import fold
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import WorkerCard
from linkwork.web.shared import lists
from linkwork.web.shared.days import day_said

MOST_NAMED = 2


@dataclass(frozen=True)
class Hands:
    """The workers of a programme, how many people each has, and until when those away today are away."""

    workers: Sequence[WorkerCard]
    people: Mapping[UUID, int]
    away: Mapping[UUID, dt.date]

    def for_language(self, code: str) -> list[WorkerCard]:
        """All of them in the order of asking: who is here, then who speaks the language, then who has fewest."""
        names = _names_of(code) if code else set()
        return sorted(
            self.workers,
            key=lambda one: (
                one.id in self.away,
                not names & set(_spoken(one.languages)),
                self.people.get(one.id, 0),
                one.name,
            ),
        )

    def named(self, code: str) -> str:
        """The first few who are here and speak the language: "Noor (2 people), Sami (4 people)"."""
        names = _names_of(code)
        able = [one for one in self.for_language(code) if one.id not in self.away]
        able = [one for one in able if names & set(_spoken(one.languages))]
        said = [
            ngettext("%(name)s (%(num)s person)", "%(name)s (%(num)s people)", self.people.get(one.id, 0))
            % {"name": one.name, "num": self.people.get(one.id, 0)}
            for one in able[:MOST_NAMED]
        ]
        return ", ".join(said)

    def choices(self, code: str, today: dt.date) -> list[tuple[str, str]]:
        """Those still here to choose from: "Noor · English, Arabic · 2 people · away until 26 November"."""
        return [(str(one.id), self._said(one, today)) for one in self.for_language(code)]

    def _said(self, one: WorkerCard, today: dt.date) -> str:
        count = self.people.get(one.id, 0)
        people = ngettext("%(num)s person", "%(num)s people", count) % {"num": count}
        until = self.away.get(one.id)
        away = _("away until %(day)s") % {"day": day_said(until, today)} if until else ""
        return " · ".join(part for part in (one.name, one.languages, people, away) if part)


def hands(viewer: Viewer, today: dt.date) -> Hands:
    """Who is there to work with people. Two questions."""
    here = [one for one in programmes.workers(viewer, Role.WORKER) if one.until is None]
    return Hands(here, *reads.free_hands(viewer, today))


def _names_of(code: str) -> set[str]:
    term = lists.term("languages", code)
    return {fold(name) for name in (code, term.label, term.hint) if name} if term else {fold(code)}


def _spoken(text: str) -> list[str]:
    return [fold(part) for part in text.replace(";", ",").split(",") if part.strip()]
