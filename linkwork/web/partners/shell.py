"""The head every page about one partner has: name, sector, tabs."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linkwork.core.viewer import Viewer
from linkwork.partnerships import access, reads
from linkwork.web.partners import words
from linkwork.web.shared.tabs import tabs

TABS = {
    "partners:partner": _("Together"),
    "partners:agreements": _("Agreement"),
    "partners:relationship": _("How it stands"),
    "partners:about": _("About"),
}


def shell(viewer: Viewer, partner_id: UUID, tab: str) -> dict[str, Any]:
    """What `partners/shell.html` shows. Raises NotFound. One question of the database."""
    head = reads.partner_head(viewer, partner_id)
    return {
        "partner": head,
        "sector": words.SECTORS[head.sector],
        "reach": words.REACHES[head.reach],
        "may_write": access.may_write(viewer),
        "tab_list": tabs(TABS, head.id, tab),
    }


def way_back(partners: Sequence[tuple[UUID, str]], partner_id: str) -> dict[str, str]:
    """Where a form leads back to: the partner it was opened from, or all of them."""
    name = {str(key): name for key, name in partners}.get(partner_id, "")
    if name:
        return {"back": reverse("partners:partner", args=[partner_id]), "back_label": name}
    return {"back": reverse("partners:home"), "back_label": str(_("Partners"))}
