"""The ways into the house that a role has, in the order it needs them."""

from dataclasses import dataclass

from django.urls import get_script_prefix, reverse
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
    ("portraits:home", _("Portraits"), "notebook-text"),
    ("toolkit:home", _("Toolkit"), "map"),
    ("settings:home", _("Settings"), "settings"),
]
WORK = (
    "today:home",
    "study:home",
    "portraits:home",
    "team:home",
    "settings:home",
)  # where each role has most to do
WITHOUT_ENTRY = {  # areas whose pages are about what another area's entry stands for
    "people:list": ("plan/", "measures/", "connect/", "safety/"),
    "team:home": ("visits/",),
    "study:home": ("codebook/", "rounds/", "tables/", "sources/"),
}
INSIDE = {"portraits:home": "toolkit:home"}  # who reads these now and then finds them inside the other


def links_for(viewer: Viewer, path: str) -> list[Link]:
    """The areas this viewer may open; the one that holds `path` is current."""
    shown = [(name, label, icon) for name, label, icon in AREAS if _stands_alone(name, viewer)]
    names = {name for name, _label, _icon in shown}
    found = []
    for name, label, icon in shown:
        held = [inner for inner, outer in INSIDE.items() if outer == name and inner not in names]
        starts = [reverse(one) for one in (name, *held)]
        starts += [get_script_prefix() + area for area in WITHOUT_ENTRY.get(name, ())]
        here = path.startswith(tuple(starts))
        found.append(Link(label, reverse(name), icon, here))
    return found


def _stands_alone(name: str, viewer: Viewer) -> bool:
    """Whether this viewer may open the area, and needs it often enough for an entry of its own."""
    door = ACCESS.get(name)
    if door is None or door.public or not opens(door, viewer):
        return False
    return name not in INSIDE or not opens(ACCESS["today:home"], viewer)


def home_for(viewer: Viewer) -> str:
    """The page that says what needs this role now: where its own work is, else the first it may open."""
    links = [link.url for link in links_for(viewer, "")]
    own = [reverse(name) for name in WORK if reverse(name) in links]
    return next(iter(own + links), reverse("mfa_index"))
