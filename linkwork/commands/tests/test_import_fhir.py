"""Does the command take FHIR files in, and give back what it could not take?"""

import json
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

import pytest

from linkwork.commands.imports import fhir
from linkwork.core.errors import Refused
from linkwork.exchange.fhir.tests.test_reading import PATIENT, REQUEST
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import Cast

pytestmark = pytest.mark.django_db


def options(cast: Cast, file: Path) -> Namespace:
    name = programmes.programme(cast.manager).name
    return Namespace(file=file, programme=name, source="general_practice", refused=None)


def written(folder: Path, *requests: Mapping[str, object]) -> Path:
    entries = [{"resource": one} for one in (PATIENT, *requests)]
    file = folder / "referrals.json"
    file.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), "utf-8")
    return file


def test_referrals_are_counted(cast, tmp_path):
    outcome = fhir.run(options(cast, written(tmp_path, REQUEST)))
    assert outcome.code == 0
    assert outcome.lines[0] == "1 referrals and 0 answers taken in, 0 known already."
    assert outcome.data["refused_file"] is None
    assert fhir.run(options(cast, written(tmp_path, REQUEST))).data["known"] == 1


def test_a_refused_entry_comes_back_as_a_file_that_can_be_put_right(cast, tmp_path):
    faulty: dict[str, object] = {**REQUEST, "identifier": []}
    outcome = fhir.run(options(cast, written(tmp_path, REQUEST, faulty)))
    assert outcome.code == 1
    assert outcome.lines[1].startswith("Refused entry 3: It has no identifier")
    back = json.loads((tmp_path / "referrals-refused.json").read_text("utf-8"))
    assert [one["resource"]["resourceType"] for one in back["entry"]] == ["Patient", "ServiceRequest"]
    assert back["entry"][1]["resource"]["identifier"] == []


def test_what_is_odd_is_said_and_hinders_nothing(cast, tmp_path):
    odd = {name: value for name, value in REQUEST.items() if name != "intent"}
    outcome = fhir.run(options(cast, written(tmp_path, odd)))
    assert outcome.data["referrals"] == 1
    assert "Odd in entry 2, ServiceRequest: intent is missing" in outcome.lines


def test_many_odd_things_are_not_all_listed(cast, tmp_path):
    answers = [{"resourceType": "QuestionnaireResponse"} for _n in range(fhir.MOST_LISTED)]
    outcome = fhir.run(options(cast, written(tmp_path, *answers)))
    assert "more (--json lists them all)" in outcome.lines[-1]


def test_a_file_that_is_not_there_or_not_text_is_refused(cast, tmp_path, monkeypatch):
    with pytest.raises(Refused, match="no file"):
        fhir.run(options(cast, tmp_path / "none.json"))
    binary = tmp_path / "a.json"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused, match="not UTF-8"):
        fhir.run(options(cast, binary))
    monkeypatch.setattr(fhir, "MOST_BYTES", 1)
    with pytest.raises(Refused, match="larger than"):
        fhir.run(options(cast, binary))
