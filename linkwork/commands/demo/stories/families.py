"""The story of the outreach workers. All of it is invented."""

from linkwork.commands.demo.stories.shape import Advised, Said, Set, Story
from linkwork.evaluation.portraits.rules.kinds import StatementKind, Verdict
from linkwork.evaluation.toolkit.rules.kinds import Audience, Setting
from linkwork.programmes.rules import Stage

INITIATION, OPERATION, MAINTENANCE = Stage
BARRIER, FACILITATOR, STRATEGY, FINDING = (
    StatementKind.BARRIER,
    StatementKind.FACILITATOR,
    StatementKind.STRATEGY,
    StatementKind.FINDING,
)

STORY = Story(
    title="Three weeks in the park",
    focus="With whom outreach works, and how long that takes to become visible.",
    headings=("Before anybody speaks", "She called with me", "Who follows"),
    summaries=(
        "The first work of outreach is to be there, and it is hard to count.",
        "Families stayed with somebody who did not let go.",
        "Agreements outlived some of those who signed them.",
    ),
    statements=(
        Said(INITIATION, FINDING, "It took three weeks in the park before a parent spoke.", (0,)),
        Said(INITIATION, FACILITATOR, "An introduction by a nurse changed everything.", (1,)),
        Said(INITIATION, BARRIER, "Outreach workers were not asked to the team’s meetings.", (2,)),
        Said(
            OPERATION,
            STRATEGY,
            "Calling together, rather than giving a number, got families through the door.",
            (3,),
            ("practical_share",),
        ),
        Said(OPERATION, BARRIER, "A place in childcare took five months, whoever asked.", (4,)),
        Said(
            OPERATION,
            FACILITATOR,
            "Knowing that somebody would call again kept families waiting in hope.",
            (5,),
            ("contacts_per_person", "change gad-7 total"),
        ),
        Said(
            OPERATION,
            BARRIER,
            "Nurses were unsure whose families these were until it was said aloud.",
            (6, 7),
        ),
        Said(
            MAINTENANCE,
            STRATEGY,
            "Each partner names one person whom outreach may call.",
            (9,),
            ("people_reached",),
        ),
        Said(MAINTENANCE, FINDING, "The park should count as a workplace."),
    ),
    events=(
        (0.1, INITIATION, "The first week in Saint-Laurent park"),
        (0.5, INITIATION, "A nurse introduces two families"),
        (0.5, OPERATION, "Outreach joins the Monday round"),
        (0.3, MAINTENANCE, "Five partners sign; waiting times go to the municipality"),
    ),
    interpretation="Outreach is lent trust by one person at a time, on both sides: families and teams.",
    plain="Outreach workers go where families are: to the park, to the school gate. It takes time until parents "
    "talk to them. They call offices together with parents, and call again until there is an answer.",
    rows=(
        Set(
            "implementation.reach",
            "Which families do we meet?",
            ("people_reached", "reach_of_target"),
            (0, 1),
            Verdict.EXPAND,
            "Families are counted once they speak; the weeks before are not.",
        ),
        Set(
            "implementation.dose",
            "How much time is given?",
            ("contacts_per_person", "minutes_per_person"),
            (5,),
            Verdict.CONFIRM,
            "Many short contacts, as families tell it.",
        ),
        Set(
            "implementation.fidelity",
            "Is it done as planned?",
            ("practical_share", "linking_share"),
            (3, 4),
            Verdict.DISAGREE,
            "Linking happens; what it leads to waits elsewhere.",
        ),
        Set(
            "implementation.adaptations",
            "What was fitted to the place?",
            (),
            (12, 7),
            Verdict.SILENT,
            "Hours were moved to the new bus line; no figure shows it.",
        ),
    ),
    advice=(
        Advised(
            "Count the weeks before the first word",
            "Plan a month of presence for each new place, and report it as work, with the people met and not only "
            "those who became cases.",
            INITIATION,
            Audience.FUNDER,
            "Work that nobody sees is not paid for.",
            ("A month of presence in the plan", "Presence in the report"),
            (0, 8),
            ("eric-01",),
            (Setting.OUTREACH, Setting.AUTHORITY),
            ("cfir-2022/outer_setting.financing", "npt/reflexive_monitoring"),
            {"fr": "Comptez les semaines avant la première parole"},
        ),
        Advised(
            "Have each partner name one person",
            "Ask every partner for one name and one number, and ask again each half year.",
            MAINTENANCE,
            Audience.PARTNER,
            "People who signed have left, and nobody knows who follows.",
            ("A name for each partner", "A date to ask again"),
            (7,),
            (),
            (),
            ("cfir-2022/outer_setting.partnerships_connections", "npt/cognitive_participation"),
            {"fr": "Que chaque partenaire nomme une personne"},
        ),
    ),
)
