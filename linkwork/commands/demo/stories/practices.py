"""The story of the link workers in four practices. All of it is invented."""

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
    title="A room by the front door",
    focus="How a new worker becomes somebody a practice thinks of: being known, being seen, being paid for. "
    "The portrait leaves aside what people gained.",
    headings=(
        "Another form to fill in",
        "People sent before they were asked",
        "Who stays when the money moves",
    ),
    summaries=(
        "The practices said yes quickly and prepared slowly.",
        "Trust came with people, and left with them.",
        "What had become habit carried on; what hung on a contract did not.",
    ),
    statements=(
        Said(
            INITIATION,
            BARRIER,
            "Money for a single year let the practices say yes, and kept them from planning.",
            (5,),
        ),
        Said(
            INITIATION,
            FACILITATOR,
            "Where the partners agreed aloud whom the work was for, they agreed on it later too.",
            (6,),
        ),
        Said(
            INITIATION,
            BARRIER,
            "Two computer systems that could not see each other cost the first months.",
            (7,),
        ),
        Said(
            OPERATION,
            BARRIER,
            "Nobody knew what a link worker was for, so she was taken for one more form.",
            (0, 4),
        ),
        Said(
            OPERATION,
            FACILITATOR,
            "One nurse who came along herself brought more people than any leaflet.",
            (1, 2),
            ("people_reached",),
        ),
        Said(
            OPERATION,
            STRATEGY,
            "Going along the first time, rather than handing over a slip of paper, got people there.",
            (8, 9),
            ("contacts_per_person",),
        ),
        Said(OPERATION, FINDING, "The room mattered more than the training.", (3,)),
        Said(
            MAINTENANCE,
            FACILITATOR,
            "New doctors now ask for the link worker on their first day.",
            (12,),
            ("first_share", "survey nomad coherence"),
        ),
        Said(MAINTENANCE, FINDING, "The next programme should be smaller and last longer."),
    ),
    events=(
        (0.1, INITIATION, "Two lunches: the partners agree whom it is for"),
        (0.6, INITIATION, "The first link worker starts, without a room"),
        (0.3, OPERATION, "Canal Side gives the room by the front door"),
        (0.5, MAINTENANCE, "The Friday meeting goes on without the evaluator"),
    ),
    interpretation="What runs through the story is being seen: in a meeting, at a coffee machine, behind a door with "
    "a name on it. Where that depended on one person, it ended with that person.",
    plain="A link worker helps people find company, advice and things to do. At first the practice staff did not "
    "know her. Then a nurse introduced people to her, and she got a room near the front door. After that, staff "
    "sent people to her often. When the money was only for one year, everybody worried.",
    rows=(
        Set(
            "implementation.reach",
            "Whom do we reach?",
            ("reach_of_target", "people_reached"),
            (2, 9),
            Verdict.EXPAND,
            "The figures say how many; the words say through whom.",
        ),
        Set(
            "implementation.dose",
            "How much do people get?",
            ("contacts_per_person", "minutes_per_contact"),
            (8,),
            Verdict.CONFIRM,
            "Several meetings each, and people tell of several.",
        ),
        Set(
            "implementation.fidelity",
            "Is it done as planned?",
            ("linking_share", "education_share", "survey nomad collective_action"),
            (4, 3),
            Verdict.DISAGREE,
            "The log shows linking as planned; staff rate what helps the work lowest, and the worker tells of forms "
            "that come back empty.",
        ),
        Set(
            "implementation.adaptations",
            "What was changed, and why?",
            (),
            (11, 10),
            Verdict.SILENT,
            "Nobody logs a change; only the words tell of them.",
        ),
    ),
    advice=(
        Advised(
            "Give the worker a door that people pass",
            "Ask for a room before you ask for anything else: near the waiting room, with a name on the door.\n"
            "If there is none, agree on fixed hours at one table where staff take their break.",
            INITIATION,
            Audience.PRACTICE,
            "Nobody knows what a link worker is for.",
            ("A room or a table, with hours", "A name on the door", "Ten minutes in the weekly meeting"),
            (3, 6),
            ("eric-11",),
            (Setting.PRACTICE, Setting.HOSPITAL),
            ("cfir-2022/inner_setting.available_resources.space", "npt/coherence"),
            {"fr": "Donnez au travailleur une porte devant laquelle on passe"},
        ),
        Advised(
            "Find the colleague who comes along",
            "Look for one person in each practice whom others trust, and ask them to bring the first people "
            "themselves. Find a second one before the first leaves.",
            OPERATION,
            Audience.MANAGER,
            "Referrals stop when one person leaves.",
            ("One named champion for each practice", "A second one within six months"),
            (4, 5),
            ("eric-35",),
            (Setting.PRACTICE,),
            ("cfir-2022/inner_setting.relational_connections", "npt/cognitive_participation"),
            {"fr": "Trouvez la collègue qui vient avec"},
        ),
        Advised(
            "Ask for two years of money, not one",
            "Write the second year into the first letter to the funder, with what ends if it does not come.",
            INITIATION,
            Audience.FUNDER,
            "Money for a single year keeps everybody from planning.",
            ("Two years in the letter", "What ends without the second"),
            (0,),
            ("eric-01",),
            (),
            ("cfir-2022/outer_setting.financing", "cfir-2022/inner_setting.relative_priority"),
        ),
        Advised(
            "Go along the first time",
            "Plan an hour for the first visit and go along. Hand over at the door, not by telephone.",
            OPERATION,
            Audience.WORKER,
            "People do not get to the place they were told of.",
            ("An hour in the diary", "A name at the other end"),
            (5,),
            (),
            (Setting.PRACTICE, Setting.VOLUNTARY, Setting.OUTREACH),
            ("npt/collective_action",),
            waits=True,
        ),
    ),
)
