"""The ways into the house that a role has, in the order it needs them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from linkwork.core.viewer import Viewer
from linkwork.web.access_table import ACCESS, opens


@dataclass(frozen=True)
class Link:
    """One entry of the navigation."""

    label: str | Promise
    url: str
    icon: str
    current: bool


AREAS = [
    ("today:home", _("Today"), "sun"),
    ("people:list", _("People"), "users"),
    ("find:search", _("Find"), "search"),
    ("partners:home", _("Partners"), "handshake"),
    ("team:home", _("Team"), "heart-handshake"),
    ("study:home", _("Study"), "book-open"),
    ("figures:home", _("Figures"), "chart-column"),
    ("toolkit:home", _("Toolkit"), "map"),
    ("settings:home", _("Settings"), "settings"),
]
WORK = ("today:home", "study:home", "team:home", "settings:home")  # where each role has most to do


def links_for(viewer: Viewer, path: str) -> list[Link]:
    """The areas this viewer may open; the one that holds `path` is current."""
    found = []
    for name, label, icon in AREAS:
        door = ACCESS.get(name)
        if door is None or door.public or not opens(door, viewer):
            continue
        address = reverse(name)
        found.append(Link(label, address, icon, path.startswith(address)))
    return found


def home_for(viewer: Viewer) -> str:
    """The page that says what needs this role now: where its own work is, else the first it may open."""
    links = [link.url for link in links_for(viewer, "")]
    own = [reverse(name) for name in WORK if reverse(name) in links]
    return next(iter(own + links), reverse("mfa_index"))
