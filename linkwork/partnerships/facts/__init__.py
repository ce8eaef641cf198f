"""What an extract learns about partners, meetings and advocacy: no names, no notes, no free words."""

from linkwork.partnerships.facts.activities import ACTIVITIES, SESSIONS
from linkwork.partnerships.facts.advocacy import ADVOCACY, ATTEMPTS
from linkwork.partnerships.facts.factors import FACTORS, MOVES
from linkwork.partnerships.facts.interactions import INTERACTIONS, PARTNERS
from linkwork.partnerships.facts.meetings import MEETINGS
from linkwork.partnerships.facts.relationship import AGREEMENTS, CHAMPIONS, RATINGS
from linkwork.partnerships.facts.role_cards import ACKNOWLEDGED, CLARITY

TABLES = (
    PARTNERS,
    INTERACTIONS,
    ADVOCACY,
    ATTEMPTS,
    MEETINGS,
    ACTIVITIES,
    SESSIONS,
    FACTORS,
    MOVES,
    RATINGS,
    AGREEMENTS,
    CHAMPIONS,
    ACKNOWLEDGED,
    CLARITY,
)
