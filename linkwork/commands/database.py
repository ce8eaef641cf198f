"""The tables as this version needs them."""

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from linkwork.core.errors import Refused


def is_set_up() -> bool:
    """Whether anything was set up here: a folder nobody used has no tables."""
    return bool(connection.introspection.table_names())


def bring_up_to_date() -> None:
    """Make or change the tables. Raises Refused for a database that is ahead of this version, or from before it."""
    loader = MigrationLoader(connection)
    strange = sorted(set(loader.applied_migrations) - set(loader.disk_migrations))
    if any(app in {config for config, _name in loader.disk_migrations} for app, _name in strange):
        raise Refused(
            "This database was made by another version of Linkwork, and this one does not know its tables. "
            f"Use that version, or set LINKWORK_HOME to another folder (it is {settings.HOME} now)."
        )
    call_command("migrate", verbosity=0)
