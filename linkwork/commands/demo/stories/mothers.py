"""The story of the peer supporters. All of it is invented."""

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
    title="A chair at the open preschool",
    focus="How mothers find their way to peer supporters, and what the peer supporters stand on.",
    headings=("The same waiting room", "Every Tuesday", "A calendar shared"),
    summaries=(
        "Peer supporters began with what they had themselves: languages and the same road behind them.",
        "Coming back on the same day each week made trust.",
        "The work moved closer to the family centre.",
    ),
    statements=(
        Said(
            INITIATION,
            FACILITATOR,
            "Speaking the language and having sat in the same waiting room opened the first doors.",
            (0,),
            plain="The peer supporters speak our language. They sat in the same waiting room.",
        ),
        Said(
            INITIATION,
            BARRIER,
            "At the open preschool nobody knew what the peer supporters were doing there.",
            (1,),
            plain="At first nobody knew why they were there.",
        ),
        Said(INITIATION, FACILITATOR, "A chair put out for them told the mothers that they belonged.", (2,)),
        Said(
            OPERATION,
            STRATEGY,
            "Being there on the same day each week did more than any invitation.",
            (4,),
            ("contacts", "first_share"),
        ),
        Said(
            OPERATION,
            FINDING,
            "Reading one letter together led on to other questions.",
            (3,),
            ("contacts_per_person",),
        ),
        Said(OPERATION, BARRIER, "When a peer supporter is on leave, her mothers wait for her.", (7,)),
        Said(OPERATION, BARRIER, "Going over to the telephone in a week lost some mothers for good.", (8,)),
        Said(
            MAINTENANCE,
            FACILITATOR,
            "Six weeks beside an experienced peer supporter prepared the new ones.",
            (11,),
        ),
        Said(MAINTENANCE, FINDING, "Pay by the hour does not carry a second career."),
    ),
    events=(
        (0.2, INITIATION, "Four peer supporters are trained"),
        (0.7, INITIATION, "A chair at the open preschool"),
        (0.4, OPERATION, "A week to move to the telephone"),
        (0.4, MAINTENANCE, "One calendar with the family centre"),
    ),
    changes={
        "A week to move to the telephone": "The preschool closed. The peer supporters planned it themselves, in a week."
    },
    interpretation="Belonging to a place was lent by others before it was earned: "
    "a chair, a room, a place in a calendar.",
    plain="Peer supporters are mothers who help other mothers. They speak the same languages. They come every "
    "Tuesday. Mothers trust them because they come back.",
    rows=(
        Set(
            "implementation.reach",
            "Which mothers do we reach?",
            ("people_reached", "reach_of_target"),
            (0, 8),
            Verdict.EXPAND,
            "The share reached is known; the words say who was lost.",
        ),
        Set(
            "implementation.dose",
            "How often do they meet?",
            ("first_share", "contacts_per_person"),
            (4, 5),
            Verdict.CONFIRM,
            "Repeat meetings outnumber first ones, and mothers tell of every Tuesday.",
        ),
        Set(
            "implementation.fidelity",
            "Is there as much education as linking?",
            ("education_share", "linking_share"),
            (3,),
            Verdict.DISAGREE,
            "Education was planned first; reading a letter counts as neither.",
        ),
        Set(
            "implementation.adaptations",
            "What was changed on the way?",
            (),
            (6, 8),
            Verdict.SILENT,
            "The log has no place for a change of plan.",
        ),
    ),
    advice=(
        Advised(
            "Come on the same day, every week",
            "Choose one place where families are anyway, and be there on the same day each week for half a year "
            "before you judge it.",
            OPERATION,
            Audience.WORKER,
            "Mothers do not come to a new service.",
            ("One place", "One day", "A chair that is yours"),
            (2, 3),
            (),
            (Setting.VOLUNTARY, Setting.OUTREACH),
            ("npt/collective_action",),
            {"sv": "Kom samma dag, varje vecka", "ar": "تعالوا في اليوم نفسه كل أسبوع"},
        ),
        Advised(
            "Let two peer supporters know each mother",
            "Introduce a second peer supporter at the third meeting, so that leave and illness do not end the support.",
            OPERATION,
            Audience.MANAGER,
            "Support stops when a peer supporter is away.",
            ("A second name for each mother",),
            (5, 8),
            (),
            (Setting.VOLUNTARY,),
            ("cfir-2022/inner_setting.structural_characteristics.work", "npt/collective_action"),
            {"sv": "Låt två stödpersoner känna varje mamma"},
        ),
    ),
)
