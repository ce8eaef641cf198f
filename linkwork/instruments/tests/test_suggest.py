"""The words fields are suggested by: complete in five languages, and a faulty file is refused by name."""

import json

import pytest

from linkwork.instruments import suggest


def test_five_languages_know_the_same_fields():
    assert suggest.languages() == ("ar", "en", "fr", "sv", "zh-hans")
    fields = {name: set(suggest.lexicon(name).phrases) for name in suggest.languages()}
    assert len({frozenset(found) for found in fields.values()}) == 1
    for name in suggest.languages():
        assert set(suggest.lexicon(name).phrases["topics"]) == set(suggest.lexicon("en").phrases["topics"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"extra": 1}, "extra"),
        ({"weekdays": [["monday"]]}, "seven days"),
        ({"phrases": {"colour": {"red": ["red"]}}}, "colour"),
        ({"phrases": {"mode": {"pigeon": ["pigeon"]}}}, "pigeon"),
        ({"phrases": {"first": {"maybe": ["perhaps"]}}}, "maybe"),
        ({"phrases": {"mode": {"met": []}}}, "empty"),
        ({"phrases": {"mode": {"met": [" … "]}}}, "empty"),
    ],
)
def test_a_faulty_file_is_refused_by_name(tmp_path, change, said):
    whole = json.loads((suggest.FOLDER / "en.json").read_text("utf-8"))
    path = tmp_path / "en.json"
    path.write_text(json.dumps(whole | change), "utf-8")
    with pytest.raises(ValueError, match=said) as caught:
        suggest.read(path)
    assert "en.json" in str(caught.value)
