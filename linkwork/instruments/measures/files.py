"""Reading a measure's file strictly: whatever is missing, unknown or inconsistent is refused by file and key.

A file also brings vectors: answers with the scores their source gives them. A file whose own rule does not come to
these scores is refused, so that a wrong formula copied from the web never counts anybody.
"""

import datetime as dt
import itertools
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from linkwork.instruments import scoring
from linkwork.instruments.measures.shapes import (
    Band,
    Better,
    FlagKind,
    FlagRule,
    Item,
    Measure,
    Reliable,
    ScoreRule,
    Vector,
    Wording,
)

ALL = {
    "id", "version", "title", "why", "source", "addresses", "licence", "holder", "author", "reviewed_on", "ships",
}  # fmt: skip
WHOLE = ALL | {"words", "recall", "choices", "items", "wordings", "scores", "flags", "vectors"}
SLOT = ALL | {"hint"}
WORDING = {"language", "official", "source", "address", "intro", "items", "choices"}
SCORE = {
    "id", "label", "items", "lowest", "highest", "better", "may_miss", "bands", "bands_source", "reliable",
}  # fmt: skip
SCORE_MAY = {"multiply", "add", "table"}


def read(path: Path, own: bool = False) -> Measure:
    """One measure; `own` for a deployment's file, which needs its licence's reference and does not ship.

    Raises ValueError that names the file and the key at fault.
    """
    data = _load(path)
    if "items" not in data and not own:
        return _slot(data, path)
    _check_keys(data, WHOLE | ({"licence_reference"} if own else set()), {"hint"}, path.name)
    _check_head(data, path)
    if data["ships"] is own:
        raise ValueError(
            f'{path.name}: the key "ships" is true for what comes with Linkwork, and for nothing else.'
        )
    if own and not data["licence_reference"]:
        raise ValueError(f'{path.name}: the key "licence_reference" is empty.')
    made = _whole(data, path.name)
    _check_vectors(made, path.name)
    return made


def read_wording(path: Path, measure: Measure) -> Wording:
    """A translation of a measure that is there, with "measure" naming it. Raises ValueError as `read` does."""
    data = _load(path)
    _check_keys(data, WORDING | {"measure"}, {"ends"}, path.name)
    if f"{data['measure']}.{data['language']}" != path.stem or data["measure"] != measure.id:
        raise ValueError(f'{path.name}: "measure" and "language" must be the two parts of the file’s name.')
    wording = _wording(data, path.name)
    _check_wording(wording, measure, path.name)
    return wording


def _load(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text("utf-8"))
    except ValueError as problem:
        raise ValueError(f"{path.name}: this is not JSON: {problem}.") from None
    if not isinstance(data, dict):
        raise ValueError(f"{path.name}: one measure is expected.")
    return data


def _slot(data: Mapping[str, Any], path: Path) -> Measure:
    _check_keys(data, SLOT, set(), path.name)
    _check_head(data, path)
    if data["ships"] or not data["holder"]:
        raise ValueError(f'{path.name}: a slot does not ship, and the key "holder" says whose it is.')
    return Measure(**_head(data))


def _check_head(data: Mapping[str, Any], path: Path) -> None:
    if data["id"] != path.stem:
        raise ValueError(f'{path.name}: the key "id" says "{data["id"]}"; it must be the name of the file.')
    for key in ("version", "title", "source", "licence", "author"):
        if not data[key]:
            raise ValueError(f'{path.name}: the key "{key}" is empty.')


def _head(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: data[key] for key in ALL - {"addresses", "reviewed_on"}} | {
        "addresses": tuple(data["addresses"]),
        "reviewed_on": dt.date.fromisoformat(data["reviewed_on"]),
        "hint": data.get("hint", ""),
        "licence_reference": data.get("licence_reference", ""),
    }


def _whole(data: Mapping[str, Any], name: str) -> Measure:
    made = Measure(
        **_head(data),
        words=data["words"],
        recall=data["recall"]["label"],
        choices={key: tuple(scores) for key, scores in data["choices"].items()},
        items=tuple(Item(**raw) for raw in data["items"]),
        wordings=tuple(_wording(raw, name) for raw in data["wordings"]),
        scores=tuple(_score(raw, name) for raw in data["scores"]),
        flags=tuple(FlagRule(raw["item"], raw["from"], FlagKind(raw["kind"])) for raw in data["flags"]),
        vectors=tuple(_vector(raw, f"{name}, vector {at}") for at, raw in enumerate(data["vectors"], 1)),
    )
    if not (made.items and made.wordings and made.scores):
        raise ValueError(f"{name}: a measure needs items, a wording and a score.")
    _check_items(made, name)
    for wording in made.wordings:
        _check_wording(wording, made, name)
    for rule in made.scores:
        _check_score(rule, made, name)
    return made


def _wording(raw: Mapping[str, Any], name: str) -> Wording:
    _check_keys(raw, WORDING | ({"measure"} & set(raw)), {"ends"}, f"{name}, wording")
    return Wording(
        **{key: raw[key] for key in ("language", "official", "source", "address", "intro", "items")},
        choices={key: tuple(texts) for key, texts in raw["choices"].items()},
        ends={key: (low, high) for key, (low, high) in raw.get("ends", {}).items()},
    )


def _score(raw: Mapping[str, Any], name: str) -> ScoreRule:
    _check_keys(raw, SCORE, SCORE_MAY, f"{name}, score")
    reliable = raw["reliable"]
    return ScoreRule(
        **{key: raw[key] for key in ("id", "label", "may_miss", "bands_source")},
        items=tuple(raw["items"]),
        lowest=Decimal(str(raw["lowest"])),
        highest=Decimal(str(raw["highest"])),
        better=Better(raw["better"]),
        multiply=raw.get("multiply", 1),
        add=raw.get("add", 0),
        table={int(key): Decimal(str(value)) for key, value in raw.get("table", {}).items()},
        bands=tuple(
            Band(one["code"], Decimal(str(one["from"])), Decimal(str(one["to"])), one["label"])
            for one in raw["bands"]
        ),
        reliable=Reliable(Decimal(str(reliable["points"])), reliable["source"]) if reliable else None,
    )


def _check_items(made: Measure, name: str) -> None:
    ids = [item.id for item in made.items]
    lists = made.choices or {}
    if len(set(ids)) < len(ids):
        raise ValueError(f"{name}: an item stands there twice.")
    for item in made.items:
        if item.choices not in lists or len(set(lists[item.choices])) < max(2, len(lists[item.choices])):
            raise ValueError(
                f'{name}, item {item.id}: the choices "{item.choices}" are missing or repeat a score.'
            )
    for item_id in [one.item for one in made.flags] + [one for rule in made.scores for one in rule.items]:
        if item_id not in ids:
            raise ValueError(f'{name}: there is no item "{item_id}".')


def _check_wording(wording: Wording, made: Measure, name: str) -> None:
    where = f"{name}, wording {wording.language}"
    if set(wording.items) != {item.id for item in made.items} or not all(wording.items.values()):
        raise ValueError(f"{where}: each item needs its text, and nothing else does.")
    for key, scores in (made.choices or {}).items():
        if len(wording.choices.get(key, ())) != len(scores):
            raise ValueError(f'{where}: the choices "{key}" need a text for each score.')
    if not wording.source:
        raise ValueError(f'{where}: the key "source" is empty.')


def _check_score(rule: ScoreRule, made: Measure, name: str) -> None:
    """The range said must be the range that can be reached, and bands must fill it without gap or overlap."""
    where = f"{name}, score {rule.id}"
    ends = [
        scoring.counted(rule, sum(choose(made.scores_of(item)) for item in rule.items))
        for choose in (min, max)
    ]
    if ends != [rule.lowest, rule.highest]:
        raise ValueError(
            f"{where}: its answers reach from {ends[0]} to {ends[1]}, not as lowest and highest say."
        )
    if not 0 <= rule.may_miss < len(rule.items):
        raise ValueError(f'{where}: the key "may_miss" leaves nothing to count.')
    if not rule.bands:
        return
    reached = sorted(rule.bands, key=lambda band: band.low)
    gaps = any(after.low - before.high not in (0, 1) for before, after in itertools.pairwise(reached))
    if gaps or (reached[0].low, reached[-1].high) != (rule.lowest, rule.highest):
        raise ValueError(f"{where}: the bands do not fill the range.")
    if not rule.bands_source:
        raise ValueError(f'{where}: the key "bands_source" is empty.')


def _vector(raw: Any, where: str) -> Vector:
    _check_keys(raw, {"source", "answers", "scores"}, set(), where)
    scores = {
        key: (None if value is None else Decimal(str(value)), band)
        for key, (value, band) in raw["scores"].items()
    }
    return Vector(raw["source"], tuple(raw["answers"]), scores)


def _check_vectors(made: Measure, name: str) -> None:
    """The rule must come to what the source gives, for each score of each vector."""
    if not made.vectors:
        raise ValueError(
            f'{name}: the key "vectors" is empty: without them nobody knows that the scoring is right.'
        )
    for number, vector in enumerate(made.vectors, 1):
        said = zip(made.items, vector.answers, strict=True)
        answers = {item.id: value for item, value in said if value is not None}
        for score in scoring.score(made, answers).scores:
            wanted, band = vector.scores[score.id]
            if (score.value, score.band) != (wanted, band):
                raise ValueError(
                    f"{name}, vector {number}: the source gives {wanted} {band}, "
                    f"this rule {score.value} {score.band} for {score.id}."
                )


def _check_keys(data: Mapping[str, Any], must: set[str], may: set[str], where: str) -> None:
    for key in sorted(must - set(data)):
        raise ValueError(f'{where}: the key "{key}" is missing.')
    for key in sorted(set(data) - must - may):
        raise ValueError(f'{where}: the key "{key}" is not known.')
