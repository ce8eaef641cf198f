"""The tables of workforce, a file per noun. Nothing here names a person supported."""

from linkwork.workforce.models.mentoring import Mentoring, MentoringTime
from linkwork.workforce.models.proposals import Adaptation, Proposal, ProposalComment
from linkwork.workforce.models.reflections import Reflection
from linkwork.workforce.models.sites import SiteChampion, SiteConditions, SiteDay
from linkwork.workforce.models.supervision import AgreedAction, Supervision, SupervisionRule, TalkedCase
from linkwork.workforce.models.training import RequiredTraining, Training, TrainingNeed
from linkwork.workforce.models.visit_ways import OwnPhone, PlaceWarning, VisitLadder, VisitText
from linkwork.workforce.models.visits import Visit, VisitAlarm, VisitPlace, VisitRung

__all__ = [
    "Adaptation",
    "AgreedAction",
    "Mentoring",
    "MentoringTime",
    "OwnPhone",
    "PlaceWarning",
    "Proposal",
    "ProposalComment",
    "Reflection",
    "RequiredTraining",
    "SiteChampion",
    "SiteConditions",
    "SiteDay",
    "Supervision",
    "SupervisionRule",
    "TalkedCase",
    "Training",
    "TrainingNeed",
    "Visit",
    "VisitAlarm",
    "VisitLadder",
    "VisitPlace",
    "VisitRung",
    "VisitText",
]
