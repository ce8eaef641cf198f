"""Rounds in plain values."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import may_see_attempts
from linkwork.evaluation.coding.reads import RoundCard, VersionCard
from linkwork.evaluation.coding.rules.agreement import Unit
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.web.rounds.labels import PURPOSES, UNITS
from linkwork.web.shared.days import date_said, local_day


def round_row(card: RoundCard, viewer: Viewer) -> dict[str, Any]:
    """One round in the list."""
    mine = next((one for one in card.coders if one.id == viewer.id), None)
    return head(card) | {
        "sources": ngettext("%(n)s source", "%(n)s sources", len(card.sources)) % {"n": len(card.sources)},
        "coders": ", ".join(one.name for one in card.coders),
        "mine": _left(mine.progress.of - mine.progress.done)
        if mine and card.closed_at is None and not mine.progress.finished
        else "",
    }


def version_choices(found: Sequence[VersionCard]) -> list[tuple[str, str]]:
    """The frozen codebooks to choose from, the newest first."""
    return [
        (
            str(one.number),
            _("Version %(n)s: %(name)s, %(day)s")
            % {"n": one.number, "name": one.name, "day": date_said(local_day(one.frozen_at))},
        )
        for one in found
    ]


def round_page(card: RoundCard, viewer: Viewer, versions: Sequence[VersionCard]) -> dict[str, Any]:
    """The head of one round's page."""
    given = next((one.id for one in versions if one.number == card.codebook), None)
    mine = [one.progress for one in card.coders if one.id == viewer.id]
    codes_here = bool(mine)
    return head(card) | {
        "unit": unit_said(card.unit, card.window),
        "codebook": card.codebook,
        "codebook_url": reverse("codebook:version", args=[given]) if given else "",
        "expert": card.expert,
        "opened_by": card.opened_by,
        "practice": card.purpose.value == "practice",
        "double": card.purpose.value == "double",
        "owed": sum(one.of - one.done for one in mine) if card.closed_at is None else 0,
        "apart": card.keeps_apart and codes_here,
        "kept_apart": card.keeps_apart,
        "finished": card.finished,
        "agreement": agreement_address(card),
        "unfinished": _unfinished(card),
    }


def agreement_address(card: RoundCard) -> str:
    """The page of agreement over this round's coders, sources and unit, with intervals."""
    asked: list[tuple[str, str]] = [("coders", str(one.id)) for one in card.coders]
    asked += [("sources", str(one.id)) for one in card.sources]
    asked += [("unit", card.unit.value), ("intervals", "on")]
    if card.window:
        asked.append(("window", str(card.window)))
    return f"{reverse('rounds:agreement', args=[card.study_id])}?{urlencode(asked)}"


def head(card: RoundCard) -> dict[str, Any]:
    """What every page says of a round."""
    return {
        "id": card.id,
        "study_id": card.study_id,
        "title": card.title,
        "url": reverse("rounds:round", args=[card.id]),
        "purpose": PURPOSES[card.purpose],
        "blind": card.blind,
        "open": card.closed_at is None,
        "opened": date_said(local_day(card.opened_at)),
        "closed": date_said(local_day(card.closed_at)) if card.closed_at else "",
        "settled": sum(1 for one in card.sources if one.settled_at),
        "of": len(card.sources),
    }


def source_rows(card: RoundCard, viewer: Viewer) -> list[dict[str, Any]]:
    """The round's sources, with one's own done mark where one codes in it."""
    mine = next((one for one in card.coders if one.id == viewer.id), None)
    return [
        {
            "id": one.id,
            "title": one.title,
            "lang": one.language,
            "url": reverse("study:desk", args=[one.id]),
            "settled": one.settled_at is not None,
            "mine": mine is not None and card.closed_at is None,
            "done": mine is not None and one.id in mine.done,
            "done_by": sum(1 for coder in card.coders if one.id in coder.done),
            "coders": len(card.coders),
        }
        for one in card.sources
    ]


def coder_rows(card: RoundCard, viewer: Viewer) -> list[dict[str, Any]]:
    """How far each coder is, as a bar with its numbers; in a practice set with the way to what the viewer may see."""
    shown = card.purpose is Purpose.PRACTICE
    return [
        {
            "practice": reverse("rounds:practice", args=[card.id, one.id])
            if shown and may_see_attempts(viewer, one.id, card.opened_by_id)
            else "",
            "name": one.name,
            "done": one.progress.done,
            "of": one.progress.of,
            "finished": one.progress.finished,
        }
        for one in card.coders
    ]


def unit_said(unit: Unit, window: int | None) -> str:
    """The unit by name, a window with its length."""
    if unit is Unit.WINDOW:
        return ngettext("Window of %(n)s character", "Windows of %(n)s characters", window or 0) % {
            "n": window
        }
    return str(UNITS[unit])


def settled_said(count: int) -> str:
    """How many sources findings read by their consensus; empty where none."""
    if not count:
        return ""
    return ngettext(
        "%(n)s source is read by its consensus in quotations and tables; the coders’ own codings stay beneath it.",
        "%(n)s sources are read by their consensus in quotations and tables; the coders’ own codings stay beneath it.",
        count,
    ) % {"n": count}


def _left(count: int) -> str:
    return ngettext("%(n)s source left for you", "%(n)s sources left for you", count) % {"n": count}


def _unfinished(card: RoundCard) -> str:
    waiting = [one.name for one in card.coders if not one.progress.finished]
    return _("Not done yet: %(names)s.") % {"names": ", ".join(waiting)} if waiting else ""
