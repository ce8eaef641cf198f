"""Which wider efforts do those for single people propose, and what would the brief for one say?"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import CharField, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import asked_openly, check_may_read
from linkwork.partnerships.models import AdvocacyAction, AdvocacyOrigin, Attempt, ProposalRule, SetAside
from linkwork.partnerships.reads.advocacy import AdvocacyCard, advocacy, origins
from linkwork.partnerships.rules import (
    PEOPLE,
    AdvocacyState,
    Level,
    Method,
    Obstacle,
    Pattern,
    Single,
    patterns,
    target_key,
)


@dataclass(frozen=True)
class Brief:
    """What a wider effort rests on, in counts: no person and no case is in it.

    `people` counts different people; `needs` and `obstacles` count people (a person may be in several), `methods`
    attempts. `longest` is days from the first ask to the last word, or to `until` where one is still open.
    """

    effort: AdvocacyCard
    people: int
    efforts: int
    attempts: int
    open: int
    first_on: dt.date | None
    longest: int
    needs: dict[str, int]
    obstacles: dict[Obstacle, int]
    methods: dict[Method, int]


def people_needed(viewer: Viewer) -> int:
    """From how many people on a wider effort is proposed. One question."""
    check_may_read(viewer)
    rows = ProposalRule.objects.filter(programme_id=viewer.programme)
    return rows.values_list("people", flat=True).first() or PEOPLE


def proposals(viewer: Viewer) -> list[Pattern]:
    """The wider efforts that are proposed, those of most people first; not those set aside. At most three questions.

    Efforts for single people count while they are open and once they were lost, dropped or won only in part: what
    was won needs nothing wider. One that is the origin of a wider effort already counts no more.
    """
    check_may_read(viewer)
    aside = SetAside.objects.filter(programme_id=viewer.programme).values_list("key", "people")
    rule = ProposalRule.objects.filter(programme_id=viewer.programme)
    kept = rule.values_list(Value("", output_field=CharField()), "people")
    left_out = dict(aside.union(kept, all=True))
    needed = left_out.pop("", PEOPLE)
    found = patterns(_singles(viewer, needed), needed)
    return [one for one in found if one.people > left_out.get(one.key, 0)]


def proposal(viewer: Viewer, key: str) -> Pattern:
    """One of them. Raises NotFound for one that is not proposed (any more)."""
    for one in proposals(viewer):
        if one.key == key:
            return one
    raise NotFound(_("This is not proposed any more."))


def _singles(viewer: Viewer, needed: int) -> list[Single]:
    grown = AdvocacyOrigin.objects.filter(programme_id=viewer.programme)
    rows = list(
        AdvocacyAction.objects.filter(
            asked_openly(viewer), programme_id=viewer.programme, level=Level.INDIVIDUAL
        )
        .exclude(Q(state=AdvocacyState.WON) | Q(id__in=grown.values("origin_id")))
        .values_list("id", Coalesce("case_id", "id"), "partner_id", "partner__name", "target", "need")
    )
    if len(rows) < needed:
        return []
    met: dict[UUID, set[Obstacle]] = {}
    tries = Attempt.objects.filter(programme_id=viewer.programme, action__level=Level.INDIVIDUAL)
    for action_id, kind in tries.exclude(obstacle_kind="").values_list("action_id", "obstacle_kind"):
        met.setdefault(action_id, set()).add(Obstacle(kind))
    return [
        Single(
            id=one,
            whom=whom,
            target=target_key(partner_id, target),
            target_name=name or target,
            need=need,
            obstacles=frozenset(met.get(one, ())),
        )
        for one, whom, partner_id, name, target, need in rows
    ]


def brief(viewer: Viewer, action_id: UUID, until: dt.date) -> Brief:
    """The brief of a wider effort, from those it grew out of. Raises NotFound. Four questions."""
    effort, grew_from = advocacy(viewer, action_id), origins(viewer, action_id)
    whom: dict[UUID, list[AdvocacyCard]] = {}
    for one in grew_from:
        whom.setdefault(one.case_id or one.id, []).append(one)
    needs = Counter(need for cards in whom.values() for need in {one.need for one in cards if one.need})
    met = Counter(
        kind
        for cards in whom.values()
        for kind in {try_.obstacle_kind for one in cards for try_ in one.attempts if try_.obstacle_kind}
    )
    tries = [try_ for one in grew_from for try_ in one.attempts]
    return Brief(
        effort=effort,
        people=len(whom),
        efforts=len(grew_from),
        attempts=len(tries),
        open=sum(1 for one in grew_from if one.state is AdvocacyState.OPEN),
        first_on=min((one.opened_on for one in grew_from), default=None),
        longest=max((((one.settled_on or until) - one.opened_on).days for one in grew_from), default=0),
        needs=dict(sorted(needs.items())),
        obstacles={kind: met[kind] for kind in Obstacle if met[kind]},
        methods={
            method: number for method in Method if (number := sum(1 for one in tries if one.method is method))
        },
    )
