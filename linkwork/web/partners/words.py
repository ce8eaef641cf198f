"""What the states and kinds of partnerships are called on screen."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from linkwork.partnerships.rules import (
    QUIET_AFTER,
    AdvocacyState,
    FactorKind,
    FactorState,
    ForWhom,
    Influence,
    Level,
    Method,
    Obstacle,
    Part,
    Practice,
    Quality,
    Reach,
    Sector,
    Side,
)
from linkwork.programmes.reads import Standing

E = TypeVar("E", bound=StrEnum)

SECTORS: Mapping[Sector, Promise] = {
    Sector.HEALTH: _("Health care"),
    Sector.MUNICIPALITY: _("Municipality"),
    Sector.SCHOOL: _("School"),
    Sector.EARLY_CHILDHOOD: _("Early-childhood centre"),
    Sector.COMMUNITY: _("Community organisation"),
    Sector.FAITH: _("Faith community"),
    Sector.HOUSING: _("Housing"),
    Sector.POLICE: _("Police"),
    Sector.EMPLOYER: _("Employer"),
    Sector.OTHER: _("Something else"),
}
REACHES: Mapping[Reach, Promise] = {
    Reach.SECTORAL: _("sectoral"),
    Reach.INTER_SECTORAL: _("inter-sectoral"),
}
PRACTICES: Mapping[Practice, Promise] = {
    Practice.COMMUNICATION: _("Spoke or wrote"),
    Practice.SHARED_ACTIVITY: _("Activity together"),
    Practice.CO_INTERVENTION: _("Supported somebody together"),
    Practice.ROLE_AWARENESS: _("Explained who does what"),
    Practice.MEETING: _("Inter-sectoral meeting"),
}
QUALITIES: Mapping[Quality, Promise] = {
    Quality.WELL: _("went well"),
    Quality.MIXED: _("mixed"),
    Quality.DIFFICULT: _("difficult"),
}
SIDES: Mapping[Side, Promise] = {
    Side.US: _("We say"),
    Side.THEM: _("They say"),
}
LEVELS: Mapping[Level, Promise] = {
    Level.INDIVIDUAL: _("For one person or family"),
    Level.ORGANISATIONAL: _("Inside an organisation"),
    Level.COMMUNITY: _("In the community"),
}
STATES: Mapping[AdvocacyState, Promise] = {
    AdvocacyState.OPEN: _("open"),
    AdvocacyState.WON: _("won"),
    AdvocacyState.PARTLY: _("partly won"),
    AdvocacyState.LOST: _("lost"),
    AdvocacyState.DROPPED: _("dropped"),
}
WHOM: Mapping[ForWhom, Promise] = {
    ForWhom.CASE: _("One person"),
    ForWhom.GROUP: _("A group of people"),
    ForWhom.AREA: _("Everybody in an area"),
}
OBSTACLES: Mapping[Obstacle, Promise] = {
    Obstacle.SETTING: _("How the place works"),
    Obstacle.EXPERTISE: _("Our knowledge is not taken seriously"),
    Obstacle.POWER: _("They decide, and we do not"),
    Obstacle.OTHER: _("Something else"),
}
PARTS: Mapping[Part, Promise] = {
    Part.DEVELOPED: _("made it with us"),
    Part.JOINED: _("joined in"),
}
METHODS: Mapping[Method, Promise] = {
    Method.CALL: _("Call"),
    Method.MESSAGE: _("E-mail or message"),
    Method.LETTER: _("Letter"),
    Method.MEETING: _("Meeting"),
    Method.WENT_ALONG: _("Went along"),
    Method.TESTIMONY: _("Spoke in public"),
}
METHOD_ICONS: Mapping[Method, str] = {
    Method.CALL: "phone",
    Method.MESSAGE: "mail",
    Method.LETTER: "file-text",
    Method.MEETING: "users",
    Method.WENT_ALONG: "footprints",
    Method.TESTIMONY: "megaphone",
}
INFLUENCES: Mapping[Influence, Promise] = {
    Influence.HELPS: _("helps"),
    Influence.HINDERS: _("hinders"),
    Influence.BOTH: _("does both"),
}
FACTOR_KINDS: Mapping[FactorKind, Promise] = {
    FactorKind.ORGANISATION: _("Organisations"),
    FactorKind.WORK: _("The work and the workers"),
    FactorKind.FAMILY: _("People and families"),
    FactorKind.EXTERNAL: _("The world outside"),
}
FACTOR_STATES: Mapping[FactorState, Promise] = {
    FactorState.OPEN: _("open"),
    FactorState.EASED: _("eased"),
    FactorState.SOLVED: _("solved"),
}


def choices(words: Mapping[E, Promise]) -> list[tuple[str, Promise]]:
    """(value, label) for a field of a form."""
    return [(key.value, label) for key, label in words.items()]


def quiet_after(standing: Standing) -> dt.timedelta:
    """After how long without a contact a partner has gone quiet, in this programme."""
    return dt.timedelta(weeks=standing.programme.quiet_after_weeks) if standing.programme else QUIET_AFTER
