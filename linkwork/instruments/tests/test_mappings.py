"""Do mappings lead where they say, say what is confirmed, and hold all that was gathered?"""

import csv
import json
from pathlib import Path

import pytest

from linkwork.core.errors import NotFound
from linkwork.instruments import frames, mappings
from linkwork.testing.shared import shared_path

pytestmark = pytest.mark.rules
SHIPPED_AS = {
    "cfir-2022": "cfir-2022",
    "cfir-outcomes-addendum": "cfir-outcomes-2022",
    "eric-strategies": "eric-2015",
    "frame-adaptations": "frame-2019",
    "mrc-process-evaluation": "mrc-process-evaluation-2015",
    "nomad": "nomad",
    "npt": "npt",
    "npt-coding-manual-2022": "npt-coding-manual-2022",
    "re-aim-prism": "re-aim-prism",
}


@pytest.mark.parametrize("name", SHIPPED_AS)
def test_each_frame_that_was_gathered_is_shipped_whole(name: str) -> None:
    raw = json.loads(shared_path(f"frames/{name}.json").read_text(encoding="utf-8"))["constructs"]
    shipped = frames.frame(SHIPPED_AS[name])
    assert [one.name for one in sorted(shipped.constructs, key=lambda one: one.id)] == [
        one["name"] for one in sorted(raw, key=lambda one: str(one["id"]))
    ]


def test_nothing_that_was_gathered_was_forgotten() -> None:
    folder = shared_path("frames/npt.json").parent
    others = {"reporting-checklists", "reference-values-agreement"}  # a list of items, and values for tests
    assert {path.stem for path in folder.glob("*.json")} == {*SHIPPED_AS, *others}
    assert {path.stem for path in folder.glob("*.csv")} == {
        "cfir-2009-to-2022",
        "cfir-eric-matching-partial",
    }


def test_the_first_cfir_has_thirty_nine_constructs_that_lead_to_the_second() -> None:
    first = frames.frame("cfir-2009")
    assert sum(one.depth > 0 for one in first.constructs) == 39
    found = mappings.mapping("cfir-2009-to-2022")
    assert {link.start for link in found.links} == {one.id for one in first.constructs if one.depth}
    assert sum(link.confirmed for link in found.links) == 14
    (self_efficacy,) = found.of("characteristics_of_individuals.self_efficacy")
    assert (self_efficacy.to, self_efficacy.confirmed) == (("individuals.characteristics.capability",), False)
    leaders = found.of("inner_setting.readiness_for_implementation.leadership_engagement")
    assert all(len(link.to) == 2 for link in leaders)


def test_the_mapping_says_what_was_gathered_row_by_row() -> None:
    with shared_path("frames/cfir-2009-to-2022.csv").open(encoding="utf-8", newline="") as file:
        raw = list(csv.DictReader(file))
    name_of = {one.id: one.name for one in frames.frame("cfir-2009").constructs}
    found = mappings.mapping("cfir-2009-to-2022").links
    assert [(name_of[link.start], " + ".join(link.to), link.confirmed) for link in found] == [
        (row["construct_2009"], row["construct_2022_id"], row["origin"].startswith("read:")) for row in raw
    ]


def test_strategies_come_with_how_strongly_they_were_endorsed() -> None:
    with shared_path("frames/cfir-eric-matching-partial.csv").open(encoding="utf-8", newline="") as file:
        raw = {
            (row["barrier_cfir_2009"], row["eric_number"], int(row["level"]))
            for row in csv.DictReader(file)
            if row["level"] != "none"
        }
    name_of = {one.id: one.name for one in frames.frame("cfir-2009").constructs}
    number_of = {one.id: str(one.extra.get("number")) for one in frames.frame("eric-2015").constructs}
    found = mappings.mapping("cfir-2009-to-eric").links
    assert {(name_of[link.start], number_of[link.to[0]], link.level) for link in found} == raw


def test_constructs_that_touch_point_at_each_other() -> None:
    assert ("npt", "reflexive_monitoring") in mappings.touching("cfir-2022", "process.reflecting_evaluating")
    assert ("cfir-2022", "process.engaging") in mappings.touching("npt", "cognitive_participation.enrolment")
    assert mappings.touching("npt", "coherence") == ()


def test_an_unknown_mapping_is_not_found_and_a_faulty_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        mappings.mapping("none")
    data = json.loads((mappings.FOLDER / "cfir-2022-to-npt.json").read_text(encoding="utf-8"))
    for change in ({"from": "coffee"}, {"to": ["coffee"]}):
        broken = data | {"rows": [data["rows"][0] | change]}
        (tmp_path / "x.json").write_text(json.dumps(broken))
        with pytest.raises(ValueError, match=r"x\.json: coffee"):
            mappings.read(tmp_path / "x.json")


def test_each_mapping_stands_in_the_notice() -> None:
    notice = (Path(frames.__file__).parents[2] / "NOTICE").read_text(encoding="utf-8")
    assert all(path.name in notice for path in mappings.FOLDER.glob("*.json"))
