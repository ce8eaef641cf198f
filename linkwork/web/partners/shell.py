"""The head every page about one partner has: name, sector, tabs."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.partnerships import access, reads
from linkwork.web.partners import words

TABS = ("partners:partner", "partners:agreements", "partners:relationship", "partners:about")


def shell(viewer: Viewer, partner_id: UUID, tab: str) -> dict[str, Any]:
    """What `partners/shell.html` shows. Raises NotFound. One question of the database."""
    head = reads.partner_head(viewer, partner_id)
    names = dict(zip(TABS, (_("Together"), _("Agreement"), _("How it stands"), _("About")), strict=True))
    return {
        "partner": head,
        "sector": words.SECTORS[head.sector],
        "reach": words.REACHES[head.reach],
        "may_write": access.may_write(viewer),
        "tab_list": [
            {"label": label, "url": reverse(name, args=[head.id]), "current": name == tab}
            for name, label in names.items()
        ],
    }


def way_back(partners: Sequence[tuple[UUID, str]], partner_id: str) -> dict[str, str]:
    """Where a form leads back to: the partner it was opened from, or all of them."""
    name = {str(key): name for key, name in partners}.get(partner_id, "")
    if name:
        return {"back": reverse("partners:partner", args=[partner_id]), "back_label": name}
    return {"back": reverse("partners:home"), "back_label": _("Partners")}
