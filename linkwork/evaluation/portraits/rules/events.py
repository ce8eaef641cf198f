"""What may stand on a timeline, what is drawn beside it, and what a picture has to say of itself."""

from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """What kind of thing stands on the timeline."""

    EVENT = "event"  # it happened
    ADAPTATION = "adaptation"  # the plan was changed
    FIGURE = "figure"  # it was counted
    PICTURE = "picture"  # it was seen


# What can be drawn beside something that happened: Lucide's names, few enough to choose from at a glance.
ICONS = (
    "handshake",
    "users",
    "door-open",
    "house",
    "calendar",
    "phone",
    "graduation-cap",
    "megaphone",
    "heart",
    "bus",
    "coins",
    "sprout",
)
USUAL_ICON = {
    EventKind.EVENT: "calendar",
    EventKind.ADAPTATION: "wrench",
    EventKind.FIGURE: "chart-column",
    EventKind.PICTURE: "image",
}


@dataclass(frozen=True)
class Picture:
    """A picture that is kept: `name` in the media folder, `kind` its media type, sizes in pixels.

    `alt` is the picture in words, `credit` who made it, `agreed` how those in it agreed to be shown.
    """

    name: str
    kind: str
    wide: int
    high: int
    alt: str
    credit: str
    agreed: str


def drawn(kind: EventKind, icon: str) -> str:
    """The icon beside it: the one chosen, else the usual one of its kind."""
    return icon if icon in ICONS else USUAL_ICON[kind]
