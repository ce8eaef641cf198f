"""What other areas draw on the person's page, where those areas are there."""

import datetime as dt
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

from linkwork.programmes.reads import Standing

PANELS = {  # what the panel's template calls its values: where they come from
    "connections": "linkwork.web.connect",
    "outcomes": "linkwork.web.outcomes",
}


def panels(standing: Standing, case_id: UUID, at: dt.datetime) -> dict[str, Any]:
    """The values of each panel by name; None for an area that is not there."""
    return {
        name: import_module(f"{area}.presenters").panel(standing, case_id, at) if find_spec(area) else None
        for name, area in PANELS.items()
    }
