"""Are the frames whole, said where they come from, and read strictly?"""

import json
from pathlib import Path
from typing import Any

import pytest

from linkwork.core.errors import NotFound
from linkwork.instruments import frames

pytestmark = pytest.mark.rules


def test_cfir_has_five_domains_forty_eight_constructs_and_nineteen_below() -> None:
    cfir = frames.frame("cfir-2022")
    kinds = [one.kind for one in cfir.constructs]
    assert [kinds.count(kind) for kind in ("domain", "construct", "subconstruct")] == [5, 48, 19]
    assert [one.id for one in cfir.domains][:2] == ["innovation", "outer_setting"]


def test_npt_has_four_constructs_of_four_components() -> None:
    npt = frames.frame("npt")
    assert [one.name for one in npt.domains] == [
        "Coherence",
        "Cognitive participation",
        "Collective action",
        "Reflexive monitoring",
    ]
    below = [one.domain for one in npt.constructs if one.depth == 1]
    assert all(below.count(one.id) == 4 for one in npt.domains)


def test_a_construct_stands_under_its_parent_and_knows_its_domain() -> None:
    cfir = frames.frame("cfir-2022")
    space = cfir.construct("inner_setting.available_resources.space")
    assert (space.parent, space.domain, space.depth) == (
        "inner_setting.available_resources",
        "inner_setting",
        2,
    )
    ids = [one.id for one in cfir.constructs]
    assert ids.index(space.id) > ids.index("inner_setting.available_resources")
    assert cfir.has(space.id)
    assert not cfir.has("inner_setting.coffee")


def test_every_frame_says_where_it_comes_from() -> None:
    cards = frames.frames()
    assert [card.id for card in cards][:2] == ["cfir-2022", "npt"]
    assert len(cards) == 14
    for card in cards:
        assert card.citation
        assert card.licence
        assert card.source
        assert card.author


def test_the_checklists_have_as_many_items_as_their_names_say() -> None:
    sizes = {one.id: len(one.items) for one in frames.checklists()}
    assert sizes == {"coreq": 32, "srqr": 21, "tidier": 12, "gramms": 6, "stari": 27}


def test_each_shipped_list_stands_in_the_notice() -> None:
    notice = (Path(frames.__file__).parents[2] / "NOTICE").read_text(encoding="utf-8")
    for path in frames.FOLDER.glob("*.json"):
        assert path.name in notice


def test_an_unknown_frame_or_construct_is_not_found() -> None:
    with pytest.raises(NotFound, match="no frame"):
        frames.frame("../secret")
    with pytest.raises(NotFound, match="no construct"):
        frames.frame("npt").construct("coffee")


def broken(tmp_path: Path, **change: Any) -> Path:
    data = {
        "id": "x",
        "name": "X",
        "short_name": "X",
        "citation": "C",
        "author": "A",
        "version": "1",
        "reviewed_on": "2026-01-01",
        "licence": "L",
        "source": "S",
        "for_coding": True,
        "counts": {"constructs": 1},
        "constructs": [{"id": "a", "parent": None, "name": "A", "definition": "D", "kind": "construct"}],
    } | change
    path = tmp_path / "x.json"
    path.write_text(json.dumps({key: value for key, value in data.items() if value != "gone"}))
    return path


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    assert frames.read(broken(tmp_path)).constructs[0].name == "A"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"licence": "gone"}, "x.json: the frame: licence is missing"),
        ({"licence": " "}, '"licence" must be words'),
        ({"surprise": 1}, "surprise is not known"),
        ({"counts": {"constructs": 2}}, "1 constructs where 2 are promised"),
        ({"counts": {"cups": 2}}, "not something that can be counted"),
        ({"constructs": [{"id": "a", "parent": "b", "name": "A", "definition": "D"}]}, "a: the parent"),
        ({"constructs": [{"id": "a", "parent": None, "name": "A"}]}, "definition is missing"),
        (
            {"constructs": [{"id": "a", "parent": None, "name": "A", "definition": "D"}] * 2},
            "the same id",
        ),
    ],
)
def test_a_faulty_file_is_refused_by_name(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        frames.read(broken(tmp_path, **change))
