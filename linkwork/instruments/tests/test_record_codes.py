"""The codes for a practice's own record: whole, confirmed or empty, never guessed."""

import json

import pytest

from linkwork.instruments import record_codes

pytestmark = pytest.mark.rules
FILE = record_codes.FOLDER / "primary_care_referral.json"


def test_two_numbers_are_known_and_the_third_is_empty():
    found = {one.event: one.code for one in record_codes.primary_care_referral().codes}
    assert found == {"offered": "", "accepted": "871731000000106", "declined": "871711000000103"}
    assert record_codes.code_for("offered").note
    with pytest.raises(KeyError):
        record_codes.code_for("attended")


@pytest.mark.parametrize("key", record_codes.KEYS)
def test_a_missing_key_is_named_with_its_file(tmp_path, key):
    data = json.loads(FILE.read_text("utf-8"))
    del data[key]
    path = tmp_path / "x.json"
    path.write_text(json.dumps(data), "utf-8")
    with pytest.raises(ValueError, match=rf'x\.json: the key "{key}" is missing'):
        record_codes.read(path)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"more": 1}, "not known"),
        ({"code": "12a"}, "no number"),
        ({"code": "", "note": ""}, "not known"),
    ],
)
def test_a_faulty_code_is_refused(tmp_path, changes, said):
    data = json.loads(FILE.read_text("utf-8"))
    data["codes"][1] |= changes
    path = tmp_path / "x.json"
    path.write_text(json.dumps(data), "utf-8")
    with pytest.raises(ValueError, match=said):
        record_codes.read(path)
