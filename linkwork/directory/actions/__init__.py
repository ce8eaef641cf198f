"""Changing the directory: the only writes of this room."""

from linkwork.directory.actions.checks import confirm_service, doubt_service
from linkwork.directory.actions.importing import import_services
from linkwork.directory.actions.organisations import add_organisation
from linkwork.directory.actions.services import add_service, change_service, set_status

__all__ = [
    "add_organisation",
    "add_service",
    "change_service",
    "confirm_service",
    "doubt_service",
    "import_services",
    "set_status",
]
