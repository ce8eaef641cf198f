"""The measures: each file is whole and right by its own vectors, a faulty one is refused by name, slots stay empty."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from linkwork.core.errors import NotFound
from linkwork.instruments import measures
from linkwork.instruments.measures import files

pytestmark = pytest.mark.rules

SHIPPED = ["gad-7", "loneliness-direct", "ons4", "phq-9", "ucla-3"]
SLOTS = ["eq-5d", "mycaw", "outcomes-star", "pam", "swemwbs", "who-5"]


def whole(**changes: Any) -> dict[str, Any]:
    """A small measure of our own making, as a deployment would write it. None leaves a key out."""
    data: dict[str, Any] = {
        "id": "made",
        "version": "1",
        "title": "Made up",
        "why": "For this test.",
        "source": "this test",
        "addresses": ["https://example.org/made"],
        "licence": "ours",
        "licence_reference": "L-1",
        "holder": "",
        "author": "Linkwork",
        "reviewed_on": "2026-03-01",
        "ships": False,
        "words": "How you are",
        "recall": {"days": 1, "label": "today"},
        "choices": {"how": [0, 1, 2]},
        "items": [{"id": "a", "choices": "how"}, {"id": "b", "choices": "how"}],
        "wordings": [words()],
        "scores": [score()],
        "flags": [{"item": "b", "from": 2, "kind": "safeguarding"}],
        "vectors": [{"source": "this test", "answers": [1, 2], "scores": {"total": [3, "high"]}}],
    }
    return {key: value for key, value in (data | changes).items() if value is not None}


def words(**changes: Any) -> dict[str, Any]:
    return {
        "language": "en",
        "official": True,
        "source": "this test",
        "address": "",
        "intro": "",
        "items": {"a": "First?", "b": "Second?"},
        "choices": {"how": ["No", "A little", "Yes"]},
    } | changes


def score(**changes: Any) -> dict[str, Any]:
    return {
        "id": "total",
        "label": "Total",
        "items": ["a", "b"],
        "lowest": 0,
        "highest": 4,
        "better": "lower",
        "may_miss": 0,
        "bands": [
            {"code": "low", "from": 0, "to": 2, "label": "low"},
            {"code": "high", "from": 3, "to": 4, "label": "high"},
        ],
        "bands_source": "this test",
        "reliable": None,
    } | changes


def who5(**changes: Any) -> dict[str, Any]:
    """The WHO-5 as a deployment would fill its slot: five answers from 0 to 5, times four. The words are ours."""
    ids = list("12345")
    total = score(items=ids, highest=100, multiply=4, bands=[], bands_source="", better="higher") | changes
    return whole(
        id="who-5",
        choices={"how": list(range(6))},
        items=[{"id": one, "choices": "how"} for one in ids],
        wordings=[words(items=dict.fromkeys(ids, "–"), choices={"how": list("012345")})],
        scores=[total],
        flags=[],
        vectors=[
            {"source": "best possible", "answers": [5] * 5, "scores": {"total": [100, ""]}},
            {"source": "worst possible", "answers": [0] * 5, "scores": {"total": [0, ""]}},
            {"source": "the cut of 13 raw points", "answers": [3, 3, 3, 2, 2], "scores": {"total": [52, ""]}},
        ],
    )


def written(folder: Path, data: dict[str, Any], name: str = "") -> Path:
    path = folder / f"{name or data['id']}.json"
    path.write_text(json.dumps(data), "utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path, settings: Any) -> Path:
    """This deployment's own folder of measures."""
    settings.HOME = tmp_path
    folder = tmp_path / "measures"
    folder.mkdir()
    return folder


def test_what_is_shipped_and_what_waits_for_a_licence(own: Path) -> None:
    assert sorted(one.id for one in measures.measures() if one.usable) == SHIPPED
    assert sorted(one.id for one in measures.measures() if not one.usable) == SLOTS
    assert measures.faults() == ()
    for one in measures.measures():
        assert one.source
        assert one.licence
        assert one.addresses
        assert one.author
        assert one.ships is one.usable
        assert bool(one.holder and one.hint) is not one.usable
    with pytest.raises(NotFound):
        measures.measure("nothing")


@pytest.mark.parametrize("measure_id", SLOTS)
def test_a_slot_has_no_words_and_no_scoring(measure_id: str) -> None:
    slot = measures.measure(measure_id)
    assert (slot.items, slot.wordings, slot.scores, slot.languages) == ((), (), (), ())


@pytest.mark.parametrize("measure_id", SHIPPED)
def test_every_wording_says_where_it_was_read(measure_id: str) -> None:
    measure = measures.measure(measure_id)
    assert measure.languages[0] == "en"
    for wording in measure.wordings:
        assert wording.official
        assert wording.address.startswith("https://")


def test_there_is_french_where_it_could_be_read_word_for_word() -> None:
    phq = measures.measure("phq-9")
    assert phq.languages == ("en", "fr")
    assert phq.wording("fr-ca").items["4"] == "Se sentir fatigué(e) ou avoir peu d’énergie"
    assert phq.wording("ar").language == "en"


def test_there_is_no_total_of_the_four_wellbeing_questions() -> None:
    assert [rule.items for rule in measures.measure("ons4").scores] == [("1",), ("2",), ("3",), ("4",)]


def test_scores_of_an_item_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        measures.measure("phq-9").scores_of("10")
    with pytest.raises(KeyError):
        measures.measure("pam").scores_of("1")
    assert measures.measure("phq-9").rule("none") is None


def test_a_deployment_fills_a_slot_with_its_licence(own: Path) -> None:
    written(own, who5())
    filled = measures.measure("who-5")
    assert (filled.usable, filled.licence_reference, filled.ships) == (True, "L-1", False)
    assert measures.faults() == ()


@pytest.mark.parametrize("wrong", [{"add": -5}, {"multiply": 5, "add": -20}, {"multiply": 1}])
def test_a_wrong_formula_from_the_web_is_refused(own: Path, wrong: dict[str, int]) -> None:
    """One calculator of the WHO-5 subtracts five: the range it reaches gives it away."""
    with pytest.raises(ValueError, match=r"who-5\.json, score total: its answers reach from"):
        files.read(written(own, who5(**wrong)), own=True)
    assert not measures.measure("who-5").usable
    [said] = measures.faults()
    assert said.startswith("who-5.json, score total")


def test_a_wrong_formula_with_a_range_to_suit_it_fails_its_vectors(own: Path) -> None:
    with pytest.raises(ValueError, match=r"who-5\.json, vector 1: the source gives 100 , this rule 95"):
        files.read(written(own, who5(add=-5, lowest=-5, highest=95)), own=True)


def test_a_new_file_is_noticed_and_a_gone_one_too(own: Path) -> None:
    path = written(own, whole())
    assert measures.measure("made").title == "Made up"
    written(own, whole(title="Another"))
    os.utime(path, (1, 1))
    assert measures.measure("made").title == "Another"
    path.unlink()
    with pytest.raises(NotFound):
        measures.measure("made")


def test_a_deployment_adds_a_language(own: Path) -> None:
    direct = measures.measure("loneliness-direct")
    english = direct.wording("en")
    added = words(
        measure="loneliness-direct",
        language="sv",
        official=False,
        items={"1": "Hur ofta?"},
        choices={"how_often": ["1", "2", "3", "4", "5"]},
    )
    written(own, added, "loneliness-direct.sv")
    assert measures.measure("loneliness-direct").languages == ("en", "sv")
    assert measures.measure("loneliness-direct").wording("en") == english
    assert not measures.measure("loneliness-direct").wording("sv").official


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("phq-9", whole(id="phq-9"), '"phq-9" is shipped with Linkwork'),
        ("pam.sv", words(measure="pam"), 'there is no measure "pam" to translate'),
        ("phq-9.sv", words(measure="phq-9", language="fi"), "two parts of the file’s name"),
        ("phq-9.sv", words(measure="phq-9", language="sv"), "each item needs its text"),
        ("made", whole(scores=[score(bands=[{}])]), "a key has another shape"),
        ("made", whole(items=7), "a key has another shape"),
        ("made", {"id": "made"}, "is missing"),
    ],
)
def test_a_faulty_file_of_a_deployment_is_left_out_and_named(
    own: Path, name: str, data: dict[str, Any], message: str
) -> None:
    written(own, data, name)
    [said] = measures.faults()
    assert said.startswith(f"{name}.json")
    assert message in said
    assert sorted(one.id for one in measures.measures() if one.usable) == SHIPPED


def test_what_is_not_json_is_named(own: Path) -> None:
    for text, message in (("{", "is not JSON"), ("[]", "one measure is expected")):
        (own / "made.json").write_text(text, "utf-8")
        with pytest.raises(ValueError, match=message):
            files.read(own / "made.json", own=True)


@pytest.mark.parametrize("key", sorted(files.WHOLE | {"licence_reference"}))
def test_a_missing_key_is_named_with_its_file(own: Path, key: str) -> None:
    with pytest.raises(ValueError, match=rf'made\.json: the key "{key}" is missing'):
        files.read(written(own, whole(**{key: None}), "made"), own=True)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"colour": "green"}, 'the key "colour" is not known'),
        ({"id": "other"}, 'the key "id" says "other"'),
        ({"version": ""}, 'the key "version" is empty'),
        ({"licence_reference": ""}, 'the key "licence_reference" is empty'),
        ({"ships": True}, 'the key "ships" is true for what comes with Linkwork'),
        ({"scores": []}, "needs items, a wording and a score"),
        ({"items": [{"id": "a", "choices": "how"}] * 2}, "an item stands there twice"),
        ({"choices": {"how": [0, 1, 1]}}, "missing or repeat a score"),
        ({"choices": {"other": [0, 1]}}, "missing or repeat a score"),
        ({"flags": [{"item": "z", "from": 1, "kind": "safeguarding"}]}, 'there is no item "z"'),
        ({"flags": [{"item": "a", "from": 1, "kind": "other"}]}, "other"),
        ({"wordings": [words(items={"a": "First?"})]}, "each item needs its text"),
        ({"wordings": [words(choices={"how": ["No"]})]}, "need a text for each score"),
        ({"wordings": [words(source="")]}, 'wording en: the key "source" is empty'),
        ({"wordings": [words(colour="")]}, 'wording: the key "colour" is not known'),
        ({"scores": [score(highest=5)]}, "its answers reach from 0 to 4"),
        ({"scores": [score(may_miss=2)]}, "leaves nothing to count"),
        ({"scores": [score(bands=score()["bands"][:1])]}, "the bands do not fill the range"),
        ({"scores": [score(bands_source="")]}, 'the key "bands_source" is empty'),
        ({"scores": [score(better="sideways")]}, "sideways"),
        ({"vectors": []}, 'the key "vectors" is empty'),
        (
            {"vectors": [{"source": "", "answers": [1, 1], "scores": {"total": [9, "low"]}}]},
            "vector 1: the source",
        ),
        ({"vectors": [{"source": "", "answers": [1, 1]}]}, 'vector 1: the key "scores" is missing'),
        ({"reviewed_on": "yesterday"}, "isoformat"),
    ],
)
def test_a_faulty_file_is_refused(own: Path, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        files.read(written(own, whole(**changes), "made"), own=True)


@pytest.mark.parametrize("changes", [{"ships": True}, {"holder": ""}])
def test_a_slot_names_its_holder_and_does_not_ship(own: Path, changes: dict[str, Any]) -> None:
    slot = json.loads((measures.FOLDER / "pam.json").read_text("utf-8"))
    with pytest.raises(ValueError, match="a slot does not ship"):
        files.read(written(own, slot | changes, "pam"))
