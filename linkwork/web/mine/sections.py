"""What the areas have to say on the person's own page."""

import datetime as dt
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any
from uuid import UUID

from linkwork.core.viewer import Viewer

ORDER = ("plan", "connect", "measures", "outcomes", "feedback")


def modules() -> dict[str, ModuleType]:
    """Each area that has a part in the page, in order."""
    return {
        area: import_module(f"linkwork.web.{area}.mine")
        for area in ORDER
        if find_spec(f"linkwork.web.{area}") and find_spec(f"linkwork.web.{area}.mine")
    }


def sections(viewer: Viewer, case_id: UUID, at: dt.datetime) -> list[dict[str, Any]]:
    """(template, values) of each section that has something to say to this person now."""
    drawn = [
        {"template": f"{area}/mine.html", "values": module.mine_section(viewer, case_id, at)}
        for area, module in modules().items()
    ]
    return [each for each in drawn if each["values"] is not None]
