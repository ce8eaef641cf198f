"""What the team’s pages call things."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from linkwork.programmes.rules import SiteKind
from linkwork.workforce.rules.mentoring import Activity, LearnerKind
from linkwork.workforce.rules.proposals import (
    At,
    ContextKind,
    Decider,
    Fidelity,
    Goal,
    Nature,
    Planned,
    ProposalState,
    Reason,
    What,
)
from linkwork.workforce.rules.reflections import ReflectionKind
from linkwork.workforce.rules.supervision import SupervisionKind
from linkwork.workforce.rules.training import Cover

KINDS = {
    SupervisionKind.MANAGERIAL: _("With a manager"),
    SupervisionKind.CLINICAL: _("With a clinician or counsellor"),
    SupervisionKind.PEER: _("With a colleague"),
    SupervisionKind.GROUP: _("In a group"),
}
WELLBEING = {
    1: _("Badly"),
    2: _("Not so well"),
    3: _("So-so"),
    4: _("Well"),
    5: _("Very well"),
}
COVERS = {
    Cover.HELD: _("has it"),
    Cover.SOON_OUT: _("runs out soon"),
    Cover.RUN_OUT: _("has run out"),
    Cover.MISSING: _("missing"),
}
LEVELS = {
    1: _("Not at all"),
    2: _("A little"),
    3: _("Somewhat"),
    4: _("Much"),
    5: _("Very much"),
}
REFLECTIONS = {
    ReflectionKind.HARD_DAY: _("A hard day"),
    ReflectionKind.BLURRED_ROLE: _("Where my role was not clear"),
    ReflectionKind.WENT_WELL: _("Something that went well"),
    ReflectionKind.OTHER: _("Something else"),
}
LEARNERS = {LearnerKind.STUDENT: _("A student"), LearnerKind.NEW_WORKER: _("Somebody new in the work")}
ACTIVITIES = {
    Activity.TALK: _("We talked"),
    Activity.WENT_ALONG: _("They went along"),
    Activity.WAS_WATCHED: _("I watched them work"),
    Activity.PRACTISED: _("We practised"),
    Activity.LOOKED_BACK: _("We looked back"),
    Activity.OTHER: _("Something else"),
}
PROPOSALS = {
    ProposalState.OPEN: _("open"),
    ProposalState.ACCEPTED: _("accepted"),
    ProposalState.DECLINED: _("declined"),
    ProposalState.WITHDRAWN: _("withdrawn"),
}
SITES = {
    SiteKind.PRACTICE: _("Practice"),
    SiteKind.OFFICE: _("Office"),
    SiteKind.VENUE: _("Venue"),
    SiteKind.HOME: _("At people’s homes"),
    SiteKind.REMOTE: _("By phone or online"),
}
WEEK = [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")]

# FRAME in plain words: the questions, and the answers in the frame's order.
ASKS: Mapping[str, Promise] = {
    "what": _("What was changed?"),
    "context_kind": _("What about the setting?"),
    "nature": _("How was what we do changed?"),
    "planned": _("Was it planned?"),
    "decided_by": _("Who decided?"),
    "level": _("For whom?"),
    "reason": _("What led to it?"),
    "goal": _("What is it for?"),
    "fidelity": _("Is the core of the programme kept?"),
}
FRAME: Mapping[str, Mapping[StrEnum, Promise]] = {
    "what": {
        What.CONTENT: _("What we do with people"),
        What.CONTEXT: _("Where, with whom or how we do it"),
        What.TRAINING: _("Training, or how we learn whether it works"),
        What.SCALE_UP: _("How the programme is brought in or spread"),
    },
    "context_kind": {
        ContextKind.FORMAT: _("The format, such as groups or by phone"),
        ContextKind.SETTING: _("The place"),
        ContextKind.PERSONNEL: _("Who does it"),
        ContextKind.POPULATION: _("Whom it is for"),
    },
    "nature": {
        Nature.TAILORING: _("Fitted or refined"),
        Nature.PACKAGING: _("Presented otherwise, or with other materials"),
        Nature.ADDING: _("Something added"),
        Nature.REMOVING: _("Something left out"),
        Nature.SHORTENING: _("Made shorter"),
        Nature.LENGTHENING: _("Made longer"),
        Nature.SUBSTITUTING: _("One thing put in place of another"),
        Nature.REORDERING: _("Done in another order"),
        Nature.SPREADING: _("Spread over more meetings"),
        Nature.INTO_ANOTHER: _("Parts of it taken into something else"),
        Nature.ANOTHER_IN: _("Something else taken into it"),
        Nature.REPEATING: _("Parts of it repeated"),
        Nature.LOOSENING: _("Done more loosely"),
        Nature.DEPARTING: _("Something else done instead"),
    },
    "planned": {
        Planned.PROACTIVE: _("Planned beforehand"),
        Planned.REACTIVE: _("Planned, in answer to something"),
        Planned.UNPLANNED: _("Not planned, in answer to something"),
    },
    "decided_by": {
        Decider.POLITICAL: _("Politicians"),
        Decider.LEADER: _("Who leads the programme"),
        Decider.FUNDER: _("Who pays"),
        Decider.ADMINISTRATOR: _("Administration"),
        Decider.MANAGER: _("The programme’s manager"),
        Decider.DEVELOPER: _("Who developed the model"),
        Decider.RESEARCHER: _("Researchers"),
        Decider.TEAM: _("The team"),
        Decider.PRACTITIONER: _("One worker"),
        Decider.COMMUNITY: _("People of the community"),
        Decider.RECIPIENTS: _("The people supported"),
    },
    "level": {
        At.INDIVIDUAL: _("One person"),
        At.TARGET_GROUP: _("A group the programme is meant for"),
        At.COHORT: _("Those who are in it now"),
        At.PRACTITIONER: _("One worker"),
        At.UNIT: _("One practice or team"),
        At.ORGANISATION: _("The whole organisation"),
        At.NETWORK: _("A network, a system or the community"),
    },
    "reason": {
        Reason.SOCIOPOLITICAL: _("Politics, laws or money"),
        Reason.ORGANISATION: _("The organisation or the place"),
        Reason.PROVIDER: _("The workers"),
        Reason.RECIPIENT: _("The people supported"),
    },
    "goal": {
        Goal.REACH: _("Reach more people"),
        Goal.RETENTION: _("Have people stay"),
        Goal.FEASIBILITY: _("Make it easier to do"),
        Goal.FIT: _("Make it fit people better"),
        Goal.CULTURE: _("Make it fit their culture"),
        Goal.EFFECT: _("Help people more"),
        Goal.COST: _("Spend less"),
        Goal.SATISFACTION: _("Have people more content"),
    },
    "fidelity": {
        Fidelity.CONSISTENT: _("Yes"),
        Fidelity.INCONSISTENT: _("No"),
        Fidelity.UNKNOWN: _("Not known"),
    },
}


def frame_said(name: str, code: str) -> str:
    """One of FRAME's answers in plain words; empty for no code."""
    return next((str(said) for key, said in FRAME[name].items() if key == code), "")
