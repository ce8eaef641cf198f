"""Proposals for wider efforts in plain words: each says which values made it one."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.partnerships import reads
from linkwork.partnerships.rules import Alike, Pattern
from linkwork.web.partners import words
from linkwork.web.shared import lists


@dataclass(frozen=True)
class Proposal:
    """One proposal on a page. `said` is the whole explanation."""

    key: str
    said: str
    level: str
    url: str
    ids: tuple[UUID, ...]


def proposal_lines(viewer: Viewer) -> list[Proposal]:
    """What is proposed. At most three questions."""
    return [_line(one) for one in reads.proposals(viewer)]


def _line(one: Pattern) -> Proposal:
    return Proposal(
        one.key,
        explained(one),
        str(words.LEVELS[one.level]),
        reverse("partners:advocacy_new") + f"?proposal={one.key}",
        one.ids,
    )


def explained(one: Pattern) -> str:
    """Why it is proposed, as a sentence."""
    values = {
        "num": one.people,
        "target": one.target_name,
        "need": lists.label("needs", one.need),
        "obstacle": words.OBSTACLES[one.obstacle] if one.obstacle else "",
    }
    match one.alike:
        case Alike.TARGET_AND_OBSTACLE:
            return (
                _("You asked %(target)s for %(num)s people, and the same stood in the way: %(obstacle)s.")
                % values
            )
        case Alike.TARGET_AND_NEED:
            return _("You asked %(target)s for %(num)s people, about the same: %(need)s.") % values
        case _:
            return (
                _(
                    "You asked in several places about %(need)s, for %(num)s people. In the way stood: %(obstacle)s."
                )
                % values
            )
