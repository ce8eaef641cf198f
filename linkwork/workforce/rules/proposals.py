"""Where a proposal stands, and the words of FRAME for what became of it.

FRAME: Wiltsey Stirman, Baumann and Miller 2019, doi:10.1186/s13012-019-0898-y. Codes are ours; each list has as many
entries, in the same order, as the frame in `instruments`, which a test compares.
"""

from enum import StrEnum

from linkwork.core.errors import IllegalStep, sentence


class ProposalState(StrEnum):
    """Where a worker's proposal stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


# From where to where. Whoever proposed withdraws; a manager decides; nothing moves by itself.
PROPOSAL_STEPS: dict[ProposalState, frozenset[ProposalState]] = {
    ProposalState.OPEN: frozenset({ProposalState.ACCEPTED, ProposalState.DECLINED, ProposalState.WITHDRAWN}),
    ProposalState.ACCEPTED: frozenset(),
    ProposalState.DECLINED: frozenset(),
    ProposalState.WITHDRAWN: frozenset(),
}


def next_state(now: ProposalState, to: ProposalState) -> ProposalState:
    """`to`, if it can be reached from `now`. Raises IllegalStep."""
    if to not in PROPOSAL_STEPS[now]:
        raise IllegalStep(sentence("This proposal is settled already."))
    return to


class Planned(StrEnum):
    """Whether the change was foreseen."""

    PROACTIVE = "planned_proactive"
    REACTIVE = "planned_reactive"
    UNPLANNED = "unplanned_reactive"


class Decider(StrEnum):
    """Who decided."""

    POLITICAL = "political_leaders"
    LEADER = "programme_leader"
    FUNDER = "funder"
    ADMINISTRATOR = "administrator"
    MANAGER = "programme_manager"
    DEVELOPER = "developer"
    RESEARCHER = "researcher"
    TEAM = "team"
    PRACTITIONER = "practitioner"
    COMMUNITY = "community_members"
    RECIPIENTS = "recipients"


class What(StrEnum):
    """Which kind of thing was changed."""

    CONTENT = "content"
    CONTEXT = "context"
    TRAINING = "training_and_evaluation"
    SCALE_UP = "implementation_and_scale_up"


class ContextKind(StrEnum):
    """What of the context, where it was that."""

    FORMAT = "format"
    SETTING = "setting"
    PERSONNEL = "personnel"
    POPULATION = "population"


class At(StrEnum):
    """For whom or what the change was made."""

    INDIVIDUAL = "individual"
    TARGET_GROUP = "target_group"
    COHORT = "cohort"
    PRACTITIONER = "practitioner"
    UNIT = "unit"
    ORGANISATION = "organisation"
    NETWORK = "network"


class Nature(StrEnum):
    """How the content was changed, where it was that."""

    TAILORING = "tailoring"
    PACKAGING = "packaging"
    ADDING = "adding"
    REMOVING = "removing"
    SHORTENING = "shortening"
    LENGTHENING = "lengthening"
    SUBSTITUTING = "substituting"
    REORDERING = "reordering"
    SPREADING = "spreading"
    INTO_ANOTHER = "integrating_into_another"
    ANOTHER_IN = "integrating_another"
    REPEATING = "repeating"
    LOOSENING = "loosening"
    DEPARTING = "departing"


class Fidelity(StrEnum):
    """Whether the core of the programme was kept."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    UNKNOWN = "unknown"


class Goal(StrEnum):
    """What the change is for."""

    REACH = "reach"
    RETENTION = "retention"
    FEASIBILITY = "feasibility"
    FIT = "fit"
    CULTURE = "culture"
    EFFECT = "effect"
    COST = "cost"
    SATISFACTION = "satisfaction"


class Reason(StrEnum):
    """What led to it."""

    SOCIOPOLITICAL = "sociopolitical"
    ORGANISATION = "organisation"
    PROVIDER = "provider"
    RECIPIENT = "recipient"


FRAME = {  # construct of the frame: our codes in its order
    "planned": Planned,
    "who": Decider,
    "what": What,
    "context_kind": ContextKind,
    "level": At,
    "nature": Nature,
    "fidelity": Fidelity,
    "goal": Goal,
    "reasons": Reason,
}
