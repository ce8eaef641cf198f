"""One choice of a list, as it was shipped and as a programme has made it its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Code:
    """A term's counterpart in a coding system, as the deployment entered it; `licence` is by what right."""

    system: str
    code: str
    display: str = ""
    version: str = ""
    licence: str = ""


@dataclass(frozen=True)
class Term:
    """One choice. `hint` may be empty; `group` gathers terms for reporting and is empty where a list has no groups.

    `own`: added by the programme. `hidden`: no longer offered, still readable where it was chosen. `codes` by system.
    """

    code: str
    label: str
    hint: str
    group: str = ""
    own: bool = False
    hidden: bool = False
    codes: Mapping[str, Code] = field(default_factory=dict, hash=False)
