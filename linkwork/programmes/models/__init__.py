"""The tables of the programme and its people, and the one table of letters that wait."""

from linkwork.programmes.models.letters import LetterRow
from linkwork.programmes.models.setting_up import (
    Login,
    LoginManager,
    Membership,
    Programme,
    Site,
    StageRow,
    Worker,
)

__all__ = [
    "LetterRow",
    "Login",
    "LoginManager",
    "Membership",
    "Programme",
    "Site",
    "StageRow",
    "Worker",
]
