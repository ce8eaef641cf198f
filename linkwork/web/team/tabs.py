"""The pages of the team, side by side."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linkwork.core.viewer import Viewer
from linkwork.web.access_table import ACCESS, opens
from linkwork.web.shared.tabs import Tab

TABS = {
    "team:home": _("Overview"),
    "team:supervision": _("Supervision"),
    "team:training": _("Training"),
    "team:mentoring": _("Mentoring"),
    "team:reflections": _("My notes"),
    "team:proposals": _("Proposals"),
    "team:sites": _("Sites"),
}


def tabs(viewer: Viewer, current: str) -> list[Tab]:
    """Those the viewer may open."""
    return [
        Tab(str(label), reverse(name), name == current)
        for name, label in TABS.items()
        if name in ACCESS and opens(ACCESS[name], viewer)
    ]
