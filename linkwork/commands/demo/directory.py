"""An invented directory for each programme of the demonstration: some forty services around its place.

No such service exists. Some entries are fresh, some ageing, some stale, some never checked; hours are written in the
many ways people write them; costs are stated or not.
"""

import math
from dataclasses import dataclass
from uuid import UUID

from linkwork.commands.demo.scene import Scene
from linkwork.directory import actions
from linkwork.directory.rules.kinds import ConfirmedBy, Place
from linkwork.programmes import reads as programmes

STREETS = ("Elm", "Mill", "Harbour", "Station", "Chapel", "Orchard", "Bridge", "Market", "Linden", "Quarry")
HOURS = (
    "Monday to Friday 9am–5pm",
    "Tue and Thu 10.00am – 1.00pm",
    "Wednesday 2pm to 4pm",
    "Mon: 9.30am - 12 noon; Thu: 1pm - 4.30pm",
    "Saturday 10:00am - 1:00pm",
    "Tuesdays 6pm–8pm",
    "Monday 10am–12 noon and 2pm–4pm, Friday 10am–12 noon",
    "Mon-Thu 09:00-16:30, Fri 09:00-13:00",
    "Most weekday mornings; ring first",
    "First Monday of the month, 7pm",
    "By appointment",
    "",
)
COSTS = (
    "Free",
    "Free of charge",
    "No fee",
    "",
    "",
    "{money} a session",
    "Small fee, ask about help with it",
    "Free",
)


@dataclass(frozen=True)
class Kind:
    """One kind of service: what it may be called, what it offers, for whom."""

    category: str
    names: tuple[str, ...]
    offers: str
    eligibility: str = ""
    languages: tuple[str, ...] = ()


COMMON = (
    Kind(
        "Food",
        ("{street} Street food cupboard", "Soup at {street} Hall"),
        "Food to take home and a warm meal; nobody is asked why.",
    ),
    Kind(
        "Money",
        ("{street} money advice", "Bills and benefits desk"),
        "Help with debts, bills, benefits and forms, in confidence.",
    ),
    Kind(
        "Law",
        ("{street} law centre",),
        "Free first talk with a lawyer about housing, work, family and papers.",
    ),
    Kind(
        "Housing",
        ("{street} housing help", "Tenants’ advice point"),
        "Advice when rent, repairs or a move are a worry.",
    ),
    Kind(
        "Language",
        ("Language café {street}",),
        "Talk over coffee and practise together; beginners welcome.",
        "",
        ("en", "ar", "so"),
    ),
    Kind(
        "Outdoors",
        ("{street} walking group", "Gentle walks by the {street}"),
        "An easy walk of an hour with tea after it.",
    ),
    Kind(
        "Outdoors", ("{street} community garden",), "Grow vegetables and flowers together; tools are there."
    ),
    Kind("Crafts", ("{street} repair café", "Knit and talk"), "Mend things and make things in company."),
    Kind("Music", ("{street} open choir",), "Singing for anyone; no notes needed."),
    Kind(
        "Digital help",
        ("Computer help at {street} library",),
        "Phones, e-mail and online forms explained at your pace.",
    ),
    Kind("Transport", ("{street} volunteer drivers",), "Lifts to appointments by volunteers."),
    Kind("Listening", ("{street} listening ear",), "Somebody to talk to by phone."),
)
OWN = {
    "practices": (
        Kind("Company", ("{street} lunch club", "Tuesday table"), "Lunch and company.", "People over 60"),
        Kind("Grief", ("After loss: {street} circle",), "A small group for people who lost somebody."),
        Kind(
            "Movement",
            ("Chair exercises at {street} Hall",),
            "Balance and strength, sitting and standing.",
            "People over 55",
        ),
        Kind("Carers", ("{street} carers’ hour",), "Time and tips for people who look after somebody."),
        Kind("Men’s shed", ("{street} shed",), "Woodwork, tools and talk."),
    ),
    "families": (
        Kind(
            "Baby group",
            ("{street} baby group", "Songs and rhymes"),
            "Play and songs with your baby.",
            "Parents with a child under 2",
            ("fr", "ar"),
        ),
        Kind(
            "Feeding",
            ("Feeding support at {street} clinic",),
            "Help with feeding your baby, without judgement.",
        ),
        Kind(
            "Parents",
            ("{street} parents’ group",),
            "Parents meet; children play alongside.",
            "Parents",
            ("fr", "fa"),
        ),
        Kind("Baby things", ("{street} baby bank",), "Clothes, cots and nappies passed on."),
        Kind(
            "Talking",
            ("Mothers talk at {street}",),
            "A group for mothers who feel low.",
            "Mothers with a child under 3",
        ),
    ),
    "mothers": (
        Kind(
            "Open preschool",
            ("{street} open preschool", "Öppna förskolan {street}"),
            "Come and go with your child; staff and other parents are there.",
            "Parents with a child under 6",
            ("sv", "ar", "so"),
        ),
        Kind(
            "Parents",
            ("Parents’ evening circle {street}", "{street} family centre"),
            "Talk about bringing up children in two cultures.",
            "Parents",
            ("sv", "so", "ar"),
        ),
        Kind(
            "Homework",
            ("{street} homework help",),
            "Help with homework after school.",
            "Children from 7 to 15",
        ),
        Kind(
            "Civic life",
            ("{street} civic guidance",),
            "Letters, authorities and rights explained in your language.",
            "",
            ("ar", "so", "ti"),
        ),
        Kind(
            "Swimming", ("Women’s swimming {street}",), "Swimming lessons for women.", "Women", ("sv", "ar")
        ),
    ),
}
MONEY = {"practices": "£2", "mothers": "20 kr", "families": "$2"}
# how long ago entries were last checked, in days; None: never
CHECKED = (6, 20, 45, 80, 130, 200, 300, 420, 800, None, None)


def fill(scene: Scene) -> None:
    """Add the services and some checks; leaves their ids in `scene.made["services"]`."""
    middle = programmes.programme(scene.system).place or (51.5, -0.1)
    kinds = (*OWN.get(scene.key, OWN["practices"]) * 3, *COMMON * 2)
    taken: set[str] = set()
    made = scene.made.setdefault("services", [])
    for number, kind in enumerate(kinds):
        name = _name(scene, kind, taken)
        days = CHECKED[number % len(CHECKED)]
        made.append(_add(scene, kind, name, number, middle, days))
    doubted = made[len(made) // 2]
    actions.doubt_service(
        service_id=doubted,
        note="Nobody answered the phone twice this week.",
        by=scene.workers[0],
        at=scene.before(3),
    )


def _name(scene: Scene, kind: Kind, taken: set[str]) -> str:
    for pattern in kind.names * len(STREETS):
        name = pattern.format(street=scene.chance.choice(STREETS))
        if name not in taken:
            taken.add(name)
            return name
    return f"{kind.category} {len(taken)}"


def _add(scene: Scene, kind: Kind, name: str, number: int, middle: Place, days: int | None) -> UUID:
    chance = scene.chance
    somewhere = kind.category != "Listening"
    service_id = actions.add_service(
        name=name,
        organisation=f"{chance.choice(STREETS)} neighbours’ association" if number % 3 else "",
        description=kind.offers,
        category=kind.category,
        eligibility=kind.eligibility,
        languages=kind.languages,
        phone=f"01632 960{chance.randrange(1000):03}",  # a range kept for drama
        address=f"{chance.randrange(1, 90)} {chance.choice(STREETS)} Street" if somewhere else "",
        place=_around(scene, middle) if somewhere else None,
        hours_text=HOURS[number % len(HOURS)],
        cost=COSTS[number % len(COSTS)].format(money=MONEY.get(scene.key, "£2")),
        by=scene.manager,
        at=scene.before(max(days or 0, 400) + 10),
    )
    if days is not None:
        actions.confirm_service(
            service_id=service_id,
            how=chance.choice((ConfirmedBy.PHONE, ConfirmedBy.VISIT, ConfirmedBy.PROVIDER)),
            by=chance.choice(scene.workers),
            at=scene.before(days),
        )
    return service_id


def _around(scene: Scene, middle: Place) -> Place:
    """A place within about six kilometres, more of them near by."""
    km, turn = 6 * scene.chance.random() ** 1.5, scene.chance.uniform(0, 2 * math.pi)
    latitude = middle[0] + km * math.cos(turn) / 111.2
    longitude = middle[1] + km * math.sin(turn) / (111.2 * math.cos(math.radians(middle[0])))
    return (round(latitude, 5), round(longitude, 5))
