"""What roles are called on screen."""

from collections.abc import Collection

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from linkwork.core.viewer import Role

ROLES: dict[Role, Promise] = {
    Role.WORKER: _("Works with people"),
    Role.MANAGER: _("Manages"),
    Role.SUPERVISOR: _("Supervises"),
    Role.EVALUATOR: _("Evaluates"),
    Role.ADVISER: _("Advises, from the public"),
    Role.ADMINISTRATOR: _("Administers"),
}


def role_names(roles: Collection[Role]) -> list[str]:
    """The roles by name, in the order of the list above."""
    return [str(name) for role, name in ROLES.items() if role in roles]
