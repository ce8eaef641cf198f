"""Studies and their sources, with what to do next."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.evaluation.coding.reads import RoundOwed
from linkwork.evaluation.portraits.reads.displays import DisplayLine
from linkwork.evaluation.portraits.reads.waiting import WaitingPortrait
from linkwork.evaluation.studies.reads import SourceLine, StudyCard
from linkwork.evaluation.studies.rules import TALKS
from linkwork.extracts.reads import ExtractCard
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.study.labels import DESIGNS, GROUPS, KINDS, LANGUAGES

STALE_AFTER = dt.timedelta(days=31)  # figures older than a month no longer tell how it goes


def needed(
    studies: Sequence[StudyCard],
    coded: Mapping[UUID, int],
    portraits: Sequence[WaitingPortrait],
    latest: ExtractCard | None,
    now: dt.datetime,
    displays: Sequence[DisplayLine] = (),
    owed: Sequence[RoundOwed] = (),
) -> list[dict[str, str]]:
    """What needs doing now, a line each with the way there. `coded` counts the sources of each study with a coding."""
    lines = []
    for one in owed:
        said = ngettext(
            "%(n)s source of “%(round)s” waits for your coding",
            "%(n)s sources of “%(round)s” wait for your coding",
            one.left,
        )
        lines.append(_line(said % {"n": one.left, "round": one.title}, one.study, "rounds:round", one.id))
    for card in studies:
        if fresh := card.sources - coded.get(card.id, 0):
            said = ngettext("%(n)s source is not coded yet", "%(n)s sources are not coded yet", fresh)
            lines.append(_line(said % {"n": fresh}, card.title, "study:study", card.id))
    for portrait in portraits:
        day = date_said(local_day(portrait.shared_at))
        said = _("A portrait has waited for a sign-off since %(day)s") % {"day": day}
        if portrait.comments:
            said = _("An adviser has commented on a portrait; nobody has signed it off yet")
        lines.append(_line(said, portrait.title, "portraits:read", portrait.id))
    for display in displays:
        if rows := display.mine_to_judge:
            said = ngettext(
                "%(n)s row of a joint display waits for your verdict",
                "%(n)s rows of a joint display wait for your verdict",
                rows,
            )
            lines.append(_line(said % {"n": rows}, display.title, "displays:display", display.id))
    if latest and now - latest.taken_at > STALE_AFTER:
        said = _("The latest extract is of %(day)s: take a new one") % {
            "day": date_said(local_day(latest.taken_at))
        }
        lines.append(_line(said, latest.name, "figures:home"))
    elif studies and not latest:
        lines.append(_line(_("There is no extract yet: take the first one"), "", "figures:home"))
    return lines


def _line(said: str, about: str, name: str, *args: object) -> dict[str, str]:
    return {"said": said, "about": about, "url": reverse(name, args=args)}


def study_rows(studies: Sequence[StudyCard], codings: Mapping[UUID, int]) -> list[dict[str, Any]]:
    """The list of studies."""
    return [
        {
            "title": card.title,
            "question": card.question,
            "design": DESIGNS[card.design],
            "opened": date_said(card.opened_on),
            "note": card.note,
            "sources": ngettext("%(n)s source", "%(n)s sources", card.sources) % {"n": card.sources},
            "codings": _codings(codings.get(card.id, 0)),
            "url": reverse("study:study", args=[card.id]),
            "next": _next(card, codings.get(card.id, 0)),
        }
        for card in studies
    ]


def _codings(count: int) -> str:
    return ngettext("%(n)s coding", "%(n)s codings", count) % {"n": count}


def _next(card: StudyCard, codings: int) -> str:
    if not card.sources:
        return _("Add the first sources.")
    if not codings:
        return _("Open a source and code the first passage.")
    return ""


def source_rows(
    lines: Sequence[SourceLine],
    codings: Mapping[UUID, int],
) -> list[dict[str, Any]]:
    """Sources of one study in the order given."""
    return [
        {
            "id": line.id,
            "title": line.title,
            "lang": line.language,
            "dir": line.direction.value,
            "kind": KINDS[line.kind],
            "language": LANGUAGES.get(line.language, line.language),
            "group": GROUPS[line.group] if line.group else "",
            "stage": line.stage.value if line.stage else "",
            "quotable": line.quotable,
            "note": line.note,
            "count": codings.get(line.id, 0),
            "codings": _codings(codings.get(line.id, 0)),
            "url": reverse("study:desk", args=[line.id]),
            "describe": reverse("study:describe", args=[line.id]),
            "names_first": line.names_asked,
        }
        for line in lines
    ]


def described(line: SourceLine) -> dict[str, Any]:
    """What a source is, as its form shows it."""
    return {
        "group": line.group,
        "stage": line.stage,
        "consent": line.consent,
        "participants": line.participants,
        "title": line.title,
        "kind": line.kind,
        "language": line.language,
    }


def to_do(study: StudyCard, lines: Sequence[SourceLine], coded: Collection[UUID]) -> list[dict[str, str]]:
    """What the study still wants, in whole sentences, with the way to the first of it; empty where nothing does."""
    fresh = [line for line in lines if line.id not in coded]
    unsaid = [line for line in lines if line.stage is None or line.group is None]
    unseen = [line for line in lines if line.names_asked]
    said = [
        (
            fresh,
            "study:desk",
            ngettext(
                "%(n)s source waits for its first coding.",
                "%(n)s sources wait for their first coding.",
                len(fresh),
            ),
        ),
        (
            unsaid,
            "",
            ngettext(
                "%(n)s source does not say who speaks or of which stage.",
                "%(n)s sources do not say who speaks or of which stage.",
                len(unsaid),
            ),
        ),
        (
            unseen,
            "sources:names",
            ngettext(
                "Nobody has looked for names in %(n)s source.",
                "Nobody has looked for names in %(n)s sources.",
                len(unseen),
            ),
        ),
    ]
    found = [
        {"said": words % {"n": len(some)}, "url": reverse(way, args=[some[0].id]) if way else "#sources"}
        for some, way, words in said
        if some
    ]
    people = sum(line.participants for line in lines if line.kind in TALKS)
    if people > study.most_participants:
        words = _("%(n)s people took part; this study set itself a limit of %(most)s.")
        most = {"n": people, "most": study.most_participants}
        found.append({"said": words % most, "url": reverse("sources:plan", args=[study.id])})
    return found


def stage_counts(lines: Sequence[SourceLine]) -> list[tuple[str, int]]:
    """How many sources speak of each stage, in the stages' order; stages without any are named too."""
    held = Counter(line.stage.value for line in lines if line.stage)
    return [(stage, held[stage]) for stage in ("initiation", "operation", "maintenance")]
