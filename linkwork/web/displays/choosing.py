"""The lists to pick a row's evidence from, narrowed as asked; what was ticked stays ticked."""

from typing import Any

from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.indicators import labels
from linkwork.evaluation.portraits.reads.displays import RowInPlace
from linkwork.evaluation.portraits.reads.displays.choosing import Narrowed, figures, passages
from linkwork.evaluation.studies.rules import Group
from linkwork.instruments.indicators import Grouping
from linkwork.programmes.rules import Stage
from linkwork.web.displays.forms import Pair, key_of, pair_of
from linkwork.web.portraits import presenters
from linkwork.web.portraits.views.parts import sent_codings
from linkwork.web.shared.request import Request
from linkwork.web.study.labels import GROUPS, STAGES, VALENCES


def picker(request: Request, place: RowInPlace) -> dict[str, Any]:
    """Passages, figures and ratings to tick. `kept` are passages ticked that the narrowed list does not show."""
    sent = request.method == "POST"
    asked = (request.POST if sent else request.GET).dict()
    narrowed = _narrowed(asked)
    found, many = passages(request.viewer, place.study_id, narrowed)
    by = _one_of(Grouping, asked.get("by", ""))
    chosen = place.row.quotes if place.row else ()
    ticked = set(map(str, sent_codings(request))) if sent else None
    quotes = presenters.picked(chosen, found, ticked)
    return {
        "asked": {
            name: asked.get(name, "") for name in ("words", "code", "within", "group", "valence", "by")
        },
        "narrow": _offered(place),
        "found": many,
        "shown": len(found),
        "quotes": quotes,
        "kept": sorted((ticked or set()) - {one["id"] for one in quotes}),
        "has_extract": place.extract_id is not None,
        **_figures(request, place, by),
        "ratings": _ratings(request, place),
    }


def sent_rated(request: Request) -> list[Pair]:
    """The rated constructs that were ticked."""
    return [pair for text in request.POST.getlist("rated") if (pair := pair_of(text))]


def _narrowed(asked: dict[str, str]) -> Narrowed:
    return Narrowed(
        words=asked.get("words", "").strip(),
        code=pair_of(asked.get("code", "")),
        stage=_one_of(Stage, asked.get("within", "")),
        group=_one_of(Group, asked.get("group", "")),
        valence=_one_of(Valence, asked.get("valence", "")),
    )


def _offered(place: RowInPlace) -> list[dict[str, Any]]:
    """Each way to narrow: the field's name and its choices are the template's to label."""
    codes = [(key_of((one.frame_id, one.construct_id)), one.name) for one in place.codes]
    return [
        {"name": "code", "choices": codes},
        {"name": "within", "choices": [(key.value, label) for key, label in STAGES.items()]},
        {"name": "group", "choices": [(key.value, label) for key, label in GROUPS.items()]},
        {"name": "valence", "choices": [(key.value, label) for key, label in VALENCES.items()]},
        {"name": "by", "choices": [(key.value, labels.heading(key)) for key in Grouping]},
    ]


def _figures(request: Request, place: RowInPlace, by: Grouping | None) -> dict[str, Any]:
    """Figures to tick; one that is hidden is counted and not offered."""
    linked = place.row.figures if place.row else ()
    found = figures(request.viewer, place.extract_id, by, linked)
    marks = set(request.POST.getlist("figures")) if request.method == "POST" else set(map(str, linked))
    shown = [one for one in found if one.key in linked or not one.hidden]
    keys = {str(one.key) for one in shown}
    return {
        "figures": [presenters.figure(one) | {"ticked": str(one.key) in marks} for one in shown],
        "hidden": len(found) - len(shown),
        "figures_kept": sorted(marks - keys),
    }


def _ratings(request: Request, place: RowInPlace) -> list[dict[str, Any]]:
    now = place.row.rated if place.row else frozenset()
    ticked = set(sent_rated(request)) if request.method == "POST" else now
    return [
        {"key": key_of(pair), "name": one.name, "ticked": pair in ticked}
        for one in place.rated
        for pair in [(one.frame_id, one.construct_id)]
    ]


def _one_of(kind: Any, text: str) -> Any:
    return kind(text) if text in set(kind) else None
