"""What can be asked for: by kind what it is called, who may have it, and how it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Role, Viewer
from linkwork.errands.hand import Hand
from linkwork.errands.kinds.extract import take
from linkwork.errands.kinds.logs import keep_log, read_log
from linkwork.errands.kinds.report import report
from linkwork.errands.kinds.toolkit import toolkit

REPORT, READ_LOG, KEEP_LOG = "report", "read_log", "keep_log"
TOOLKIT, TAKE = "toolkit", "take_extract"
EVALUATING, TAKING = frozenset({Role.EVALUATOR}), frozenset({Role.EVALUATOR, Role.MANAGER})
LEARNING = TAKING | {Role.ADVISER}


@dataclass(frozen=True)
class Kind:
    """`do` returns what the hand's `file` or `page` did."""

    title: str | Promise
    roles: frozenset[Role]
    do: Callable[[Hand], dict[str, Any]]

    def check_may_have(self, viewer: Viewer) -> None:
        """Raise NotAllowed where the viewer’s role does not reach it, perhaps since they asked."""
        if not viewer.has(*self.roles):
            raise NotAllowed(_("Your role does not open this any more."))


KINDS = {
    REPORT: Kind(gettext_lazy("Process-evaluation report"), EVALUATING, report),
    READ_LOG: Kind(gettext_lazy("Reading a contact log"), TAKING, read_log),
    KEEP_LOG: Kind(gettext_lazy("Keeping a contact log"), TAKING, keep_log),
    TOOLKIT: Kind(gettext_lazy("Toolkit"), LEARNING, toolkit),
    TAKE: Kind(gettext_lazy("Extract"), TAKING, take),
}
