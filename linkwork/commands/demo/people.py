"""People, referrals, cases and contacts of the demonstration, told in the order in which they happened.

One in ten is never reached, as published figures have it; the other shares are in `numbers`.
"""

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from linkwork.casework import actions, reads
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.persons import NewNeed, PersonDetails, Prefers, Urgency
from linkwork.casework.rules.referrals import Door
from linkwork.commands.demo.numbers import NUMBERS
from linkwork.commands.demo.scene import Scene
from linkwork.commands.demo.voices import MATTERS, NAMES, NOTES, PLANS, PROMISES, VOICES, WANTS, Voice
from linkwork.core.viewer import Kind, Viewer
from linkwork.directory.rules.places import distance_km
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import SiteKind

DAY = dt.timedelta(days=1)
NEVER_REACHED = 0.10
WAITING_DAYS = (1, 3, 8)


@dataclass
class Told:
    """One invented person, and what is known of them as the year goes on."""

    language: str
    worker: Viewer
    begins: dt.datetime
    voices: list[Voice]
    case_id: UUID | None = None
    happens: list[tuple[dt.datetime, Callable[["Told"], None]]] = field(default_factory=list)


class Year:
    """The year of one programme. Everything that happens is collected first and then done in order of time."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.numbers, self.chance = scene, NUMBERS[scene.key], scene.chance
        self.sites = programmes.sites(scene.system)
        self.told: list[Told] = []

    def pick(self, weights: dict[str, int]) -> str:
        """One key, as often as its weight says."""
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def workday(self, at: dt.datetime) -> dt.datetime:
        """`at` moved back to a Friday where it falls on a weekend, at an hour people work."""
        at -= DAY * max(0, at.weekday() - 4)
        return at.replace(hour=self.chance.randint(8, 15), minute=self.chance.choice([0, 10, 30, 45]))

    def person(self, number: int) -> Told:
        """Somebody who is referred; the first five and every third after them are the demonstration worker's."""
        workers = self.scene.workers
        worker = workers[0] if number < 5 or number % 3 == 0 else self.chance.choice(workers)
        days = 12 + number * 4 if number < 5 else self.chance.triangular(15, 345, 120)
        voices = self.chance.sample(VOICES[self.scene.key], self.chance.choice([1, 1, 2, 2, 3]))
        told = Told(
            language=self.pick(self.numbers.languages),
            worker=worker,
            begins=self.workday(self.scene.now - DAY * days),
            voices=voices,
        )
        others = [voice.language for voice in voices if voice.language != "en"]
        if others and others[0] in NAMES:
            told.language = others[0]
            told.voices = [voice for voice in voices if voice.language in ("en", others[0])]
        told.happens.append((told.begins, self.arrive))
        reached = number < 5 or self.chance.random() >= NEVER_REACHED
        self.support(told) if reached else self.miss(told)
        self.told.append(told)
        return told

    def details(self, language: str) -> PersonDetails:
        """An invented person who speaks this language."""
        given, family = NAMES[language]
        sites = [(site.place, site.name) for site in self.sites if site.place]
        place, _name = self.chance.choice(sites)
        near = (place[0] + self.chance.gauss(0, 0.006), place[1] + self.chance.gauss(0, 0.009))
        _distance, site = min((distance_km(near, place), name) for place, name in sites)
        return PersonDetails(
            given_name=self.chance.choice(given),
            family_name=self.chance.choice(family),
            born_year=self.scene.now.year
            - self.chance.randint(22, 42 if self.scene.key != "practices" else 86),
            phone=f"0555 {self.chance.randint(100, 999)} {self.chance.randint(100, 999)}",
            language=language,
            interpreter=language not in ("en", "sv", "fr") and self.chance.random() < 0.4,
            place=near,
            area=f"Near {site}",
            prefers=self.chance.choice(list(Prefers)[:3]),
        )

    def arrive(self, told: Told) -> None:
        """The referral, and its answer within the limit."""
        referral_id = self.refer(told.language, told.begins)
        told.case_id = actions.accept_referral(
            referral_id=referral_id,
            worker_id=told.worker.id,
            by=self.scene.manager,
            at=told.begins + dt.timedelta(hours=self.chance.randint(1, 7)),
        )

    def refer(self, language: str, at: dt.datetime) -> UUID:
        """One referral, from outside where somebody else refers."""
        source = self.pick(self.numbers.sources)
        outside = source not in ("self", "outreach")
        door = Door.SELF if source == "self" else Door.FORM if outside else Door.WORKER
        by = Viewer(Kind.PARTNER, programme_id=self.scene.programme_id) if outside else self.scene.workers[0]
        return actions.receive_referral(
            details=self.details(language),
            source=source,
            wants=self.chance.choice(WANTS),
            referrer_name="Reception" if outside else "",
            referrer_organisation=self.chance.choice(self.sites).name if outside else "",
            urgency=Urgency.SOON if self.chance.random() < 0.15 else Urgency.ROUTINE,
            agreed=True,
            door=door,
            by=by,
            at=at,
        )

    def miss(self, told: Told) -> None:
        """Two or three attempts nobody answers, then the end."""
        at = told.begins
        for _ in range(self.chance.choice([2, 3])):
            at = max(self.workday(at + DAY * self.chance.randint(2, 9)), at + DAY)
            told.happens.append((at, self.attempt(at)))
        told.happens.append((at + DAY * 5, self.close("never_reached", at + DAY * 5)))

    def support(self, told: Told) -> None:
        """Contacts with growing gaps, and an end where the last is long ago."""
        at, count = told.begins + DAY * self.chance.randint(1, 6), self.chance.choice(self.numbers.contacts)
        for number in range(count):
            if at > self.scene.now - DAY:
                return
            at = max(self.workday(at), told.begins + DAY)
            told.happens.append((at, self.contact(at, number)))
            at += DAY * self.chance.randint(4, 9 + number * 2)
        quiet = (self.scene.now - at).days
        if quiet > 30:
            reason = self.chance.choice(["done", "done", "enough", "handed_over", "stopped", "lost_touch"])
            told.happens.append((at + DAY * 14, self.close(reason, at + DAY * 14)))

    def attempt(self, at: dt.datetime) -> Callable[[Told], None]:
        def do(told: Told) -> None:
            actions.log_contact(
                case_id=_id(told), occurred_at=at, mode="phone", reached=False, by=told.worker, at=at
            )

        return do

    def close(self, reason: str, at: dt.datetime) -> Callable[[Told], None]:
        def do(told: Told) -> None:
            actions.close_case(case_id=_id(told), reason=reason, by=told.worker, at=at)

        return do

    def contact(self, at: dt.datetime, number: int) -> Callable[[Told], None]:
        """One contact. Needs come up in the first two; marks and minutes are sometimes wrong or missing, as in life."""
        chance = self.chance
        mode = self.pick(self.numbers.modes)
        note, topics, kinds = NOTES[0] if number == 0 else chance.choice(NOTES)
        mark = None if chance.random() < 0.05 else (number == 0) != (chance.random() < 0.03)
        minutes = None if chance.random() < 0.06 else chance.choice([10, 15, 15, 20, 30, 30, 45, 60, 60, 90])
        matters = chance.choice(MATTERS[self.scene.key]) if number == 0 and chance.random() < 0.7 else ""
        plan = chance.choice(PLANS) if number in (1, 4) else ""
        consents = number == 0 and chance.random() < 0.75
        site = self.site_for(mode)

        def do(told: Told) -> None:
            voices = told.voices[:1] if number == 0 else told.voices[1:] if number == 1 else []
            if consents:
                actions.give_consent(case_id=_id(told), purpose=Purpose.SHARE, by=told.worker, at=at)
            actions.log_contact(
                case_id=_id(told),
                occurred_at=at,
                mode=mode,
                minutes=minutes,
                note=note,
                topics=topics,
                support_types=kinds,
                needs=[NewNeed(voice.term, voice.words) for voice in voices],
                what_matters=matters,
                plan=plan,
                site_id=site,
                language=told.language,
                marked_first=mark,
                by=told.worker,
                at=at,
            )

        return do

    def site_for(self, mode: str) -> UUID | None:
        """Calls and messages come from nowhere; meetings are at a site, and now and then nobody says which."""
        far = mode in ("phone", "message")
        fitting = [site.id for site in self.sites if (site.kind is SiteKind.REMOTE) == far]
        return self.chance.choice(fitting) if fitting and self.chance.random() > 0.04 else None

    def tell(self) -> None:
        order = itertools.count()
        steps = [(at, next(order), do, told) for told in self.told for at, do in told.happens]
        for at, _number, do, told in sorted(steps, key=lambda step: step[:2]):
            if at < self.scene.now:
                do(told)


def _id(told: Told) -> UUID:
    if told.case_id is None:
        raise LookupError("Nothing happens with a person before they arrive.")
    return told.case_id


def fill(scene: Scene) -> None:
    """Leaves the ids of cases and needs, newest case first, in `scene.made`."""
    year = Year(scene)
    for number in range(year.numbers.people):
        year.person(number)
    year.tell()
    for days in WAITING_DAYS:
        year.refer(year.pick(year.numbers.languages), year.workday(scene.now - DAY * days))
    newest = sorted((told for told in year.told if told.case_id), key=lambda told: told.begins, reverse=True)
    _promise(scene, newest)
    scene.made["cases"] = [_id(told) for told in newest]
    scene.made["needs"] = [need.id for told in newest for need in reads.needs_of(scene.manager, _id(told))]


def _promise(scene: Scene, newest: list[Told]) -> None:
    """Follow-ups: the demonstration worker's are due yesterday, today and tomorrow; a few others later."""
    today, first = scene.now.date(), scene.workers[0]
    running = [told for told in newest if (scene.now - told.begins).days < 40]
    mine = [told for told in running if told.worker.id == first.id][:4]
    for days, told in zip((-1, 0, 0, 1), mine, strict=False):
        _set(scene, told, today + DAY * days)
    for told in [told for told in running if told.worker.id != first.id][:6]:
        _set(scene, told, today + DAY * scene.chance.randint(0, 9))


def _set(scene: Scene, told: Told, due_on: dt.date) -> None:
    if reads.case(scene.manager, _id(told)).closed_on is None:
        about = scene.chance.choice(PROMISES)
        actions.set_follow_up(
            case_id=_id(told), due_on=due_on, about=about, by=told.worker, at=scene.now - DAY
        )
