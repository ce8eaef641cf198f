"""Who on record is like somebody being entered, as lines to look at before they are entered twice."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from linkwork.casework import reads
from linkwork.casework.reads import Likely, PersonCard
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail
from linkwork.web.people import words


@dataclass(frozen=True)
class Alike:
    """One line; without a name it is somebody the viewer may not know of, and a manager does."""

    name: str
    more: str
    url: str
    why: str


def alike_lines(viewer: Viewer, typed: Mapping[str, str], at: dt.datetime) -> list[Alike]:
    """Of a form's values as typed. Whoever is hinted at without a name gets an access row: asking leaves a trace."""
    name = f"{typed.get('given_name', '')} {typed.get('family_name', '')}".strip()
    year = typed.get("born_year", "").strip()
    likely = reads.likely_same(
        viewer,
        [name] if len(name) > 1 else [],
        int(year) if year.isascii() and year.isdecimal() and len(year) == 4 else None,
        typed.get("phone", ""),
        typed.get("email", ""),
    )
    for one in likely:
        if one.person is None:
            trail.look(by=viewer, at=at, page="people:alike", person_id=one.person_id)
    return [_line(one) for one in likely]


def _line(one: Likely) -> Alike:
    why = ", ".join(str(words.LIKE[reason]) for reason in one.why)
    if one.person is None:
        return Alike("", "", "", why)
    line = person_line(one.person)
    return Alike(line["name"], line["more"], line["url"], why)


def person_line(card: PersonCard) -> dict[str, str]:
    """A person to choose among others: name, what tells them apart, their page."""
    language = words.label("languages", card.language)
    parts = [str(card.year or ""), card.area, card.phone, language]
    return {
        "name": card.name,
        "initials": card.initials.replace(".", ""),
        "more": " · ".join(part for part in parts if part),
        "url": reverse("people:person", args=[card.case_id]) if card.case_id else "",
    }
