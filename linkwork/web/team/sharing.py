"""Who has how much, who has room, who is away: in plain words, for those who share out the work."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework import access, reads
from linkwork.casework.reads import AbsenceCard, RuleCard, WorkerLoad
from linkwork.casework.rules.weight import free_places
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import WorkerCard
from linkwork.web.shared.days import date_short
from linkwork.workforce.access import may_see_all

NONE = WorkerLoad(None, 0, 0, 0)


@dataclass(frozen=True)
class Share:
    """One worker's share. Addresses are empty for those who see numbers only; `part` is of 100, for the meter."""

    worker_id: UUID | None
    name: str
    people: int
    points: int
    due: int
    target: int
    free: int
    part: int
    over: bool
    away: str
    people_url: str
    due_url: str
    transfer_url: str
    room_url: str


def shares(
    viewer: Viewer,
    rule: RuleCard,
    loads: Iterable[WorkerLoad],
    absences: Iterable[AbsenceCard],
    today: dt.date,
) -> list[Share]:
    """Every worker, the fewest points first, also who left and still has people; a worker sees their own.

    Two questions of the database.
    """
    held = {load.worker_id: load for load in loads}
    rooms, usual = reads.rooms(viewer), rule.weights.target_people
    away = {card.worker_id: card for card in absences if card.starts_on <= today}
    found = [
        _share(viewer, one, held.get(one.id, NONE), rooms.get(one.id, usual), away.get(one.id), today)
        for one in programmes.workers(viewer)
        if _is_shown(viewer, one, held)
    ]
    return sorted(found, key=lambda share: (share.points, share.name))


def _is_shown(viewer: Viewer, one: WorkerCard, held: dict[UUID | None, WorkerLoad]) -> bool:
    works = Role.WORKER in one.roles and one.until is None
    return (works or one.id in held) and (may_see_all(viewer) or one.id == viewer.id)


def _share(
    viewer: Viewer, one: WorkerCard, load: WorkerLoad, target: int, away: AbsenceCard | None, today: dt.date
) -> Share:
    target = 0 if one.until is not None else target
    sees = access.may_see_people(viewer)
    hands = access.may_share_out(viewer) or one.id == viewer.id
    return Share(
        worker_id=one.id,
        name=one.name,
        people=load.people,
        points=load.points,
        due=load.due,
        target=target,
        free=free_places(target, load.people),
        part=min(100, 100 * load.people // target) if target else 100,
        over=load.people > target,
        away=_away_said(away, today) if away else _("has left") if one.until else "",
        people_url=list_of(str(one.id)) if sees else "",
        due_url=list_of(str(one.id), due="on", sort="due") if sees and load.due else "",
        transfer_url=f"{reverse('team:transfer')}?from={one.id}" if sees and hands and load.people else "",
        room_url=reverse("team:room", args=[one.id]) if access.may_share_out(viewer) else "",
    )


def _away_said(card: AbsenceCard, today: dt.date) -> str:
    until = date_short(card.ends_on, today)
    if not card.cover_name:
        return _("away until %(day)s, nobody covers") % {"day": until}
    return _("away until %(day)s, %(name)s covers") % {"day": until, "name": card.cover_name}


def list_of(worker: str, **more: str) -> str:
    """The list of people that a number counts."""
    return f"{reverse('people:list')}?{urlencode({'show': 'open', 'worker': worker, **more})}"


@dataclass(frozen=True)
class Waiting:
    """What is not shared out yet: people without a worker, and referrals without an answer."""

    nobodys: int
    nobodys_url: str
    transfer_url: str
    referrals: int
    referrals_url: str


def waiting(viewer: Viewer, loads: Iterable[WorkerLoad]) -> Waiting:
    """One question."""
    nobodys = sum(load.people for load in loads if load.worker_id is None)
    sees = access.may_see_people(viewer)
    return Waiting(
        nobodys=nobodys,
        nobodys_url=list_of("nobody") if sees else "",
        transfer_url=f"{reverse('team:transfer')}?from=nobody" if sees and nobodys else "",
        referrals=reads.waiting_count(viewer),
        referrals_url=reverse("people:referrals") if sees else "",
    )


@dataclass(frozen=True)
class AwayLine:
    """One absence, to come, now or before."""

    id: UUID
    name: str
    when: str
    cover: str
    note: str
    needs: bool
    may_end: bool


def away_line(viewer: Viewer, card: AbsenceCard, today: dt.date) -> AwayLine:
    """An absence in words. The note is for those who see people: it may speak of them."""
    days = {"first": date_short(card.starts_on, today), "last": date_short(card.ends_on, today)}
    when = _("%(first)s to %(last)s") % days
    over = card.called_off_on is not None or card.ends_on < today
    if card.called_off_on is not None:
        when = _("%(when)s, called off") % {"when": when}
    cover = _("%(name)s covers") % {"name": card.cover_name} if card.cover_name else _("nobody covers yet")
    return AwayLine(
        id=card.id,
        name=card.worker_name,
        when=when,
        cover=cover,
        note=card.note if access.may_see_people(viewer) else "",
        needs=not card.cover_name and not over,
        may_end=not over and access.may_arrange_cover(viewer, card.worker_id),
    )


def rule_said(rule: RuleCard) -> list[str]:
    """How people are weighed here, a sentence each."""
    weights, weeks = rule.weights, rule.pace.early_weeks
    return [
        ngettext("A person counts %(num)s point.", "A person counts %(num)s points.", weights.person)
        % {"num": weights.person},
        ngettext(
            "Each open need adds %(num)s, for at most %(most)s needs.",
            "Each open need adds %(num)s, for at most %(most)s needs.",
            weights.need,
        )
        % {"num": weights.need, "most": weights.most_needs},
        _("In the first %(weeks)s weeks somebody counts %(early)s more.")
        % {"weeks": weeks, "early": weights.early},
        _("In that time, being referred as “this week” adds %(soon)s, as “as soon as possible” %(urgent)s.")
        % {"soon": weights.soon, "urgent": weights.urgent},
        _("Whose support rests counts as a person, but adds no points."),
    ]
