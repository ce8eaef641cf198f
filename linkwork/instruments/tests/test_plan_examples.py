"""The examples a plan may begin from are whole, and a faulty file is refused by name."""

import json

import pytest

from linkwork.instruments import plans

pytestmark = pytest.mark.rules


def test_two_neutral_examples_come_with_the_house():
    found = plans.examples()
    assert [one.id for one in found] == ["first_weeks", "one_step"]
    assert all(goal.actions for one in found for goal in one.goals)
    assert all(one.licence and one.author and one.source for one in found)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"licence": None}, '"licence" is missing'),
        ({"id": "other"}, 'the key "id" says'),
        ({"goals": [{"words": "x", "actions": [{"words": "y", "by": "nobody"}]}]}, "an action needs"),
        ({"goals": [{"words": "x", "actions": [{"words": "", "by": "person"}]}]}, "an action needs"),
    ],
)
def test_a_faulty_file_is_refused_by_name(tmp_path, change, said):
    data = json.loads((plans.FOLDER / "one_step.json").read_text("utf-8")) | change
    path = tmp_path / "one_step.json"
    path.write_text(json.dumps({key: value for key, value in data.items() if value is not None}), "utf-8")
    with pytest.raises(ValueError, match=said):
        plans.read(path)
