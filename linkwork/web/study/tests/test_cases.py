"""Can the desk, the search and the quotations be narrowed to one case, and does no name stand in an address?"""

from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.evaluation.coding import actions
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.tests.scene import RELATIONS
from linkwork.evaluation.studies import actions as studying
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.rules import Part
from linkwork.evaluation.studies.tests.scene import add, another, open_study
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast
from linkwork.web.study.presenters.cases import read

GROUP = "Moderator: What helped?\nAmal: The nurse helped me.\nBo: A map. The nurse too.\nAmal: And the bus."
LATER = "I: What helped since?\nAmal: The bus, not the nurse.\nI: Thank you.\nAmal: Bye."
MOST = 12


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in("evaluator")


def build(cast: Cast) -> tuple[UUID, UUID, dict[str, UUID]]:
    """A study of a focus group and two interviews: the study, the group, a turn of each of its speakers."""
    by = cast.evaluator
    study_id = open_study(by)
    group = add(by, study_id, "Group", GROUP)
    add(by, study_id, "Later", LATER)
    add(by, study_id, "Told alone", "The nurse came.")
    for words in ("The nurse helped", "A map"):
        start = GROUP.index(words)
        actions.code_passage(
            source_id=group, start=start, end=start + len(words), constructs=[RELATIONS],
            valence=Valence.NEUTRAL, by=by, at=NOON,
        )  # fmt: skip
    found = studies.speakers(by, studies.source_line(by, group))
    return study_id, group, {one.name: one.turn_id for one in found}


def test_a_focus_group_is_narrowed_to_one_voice(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _study, group, turn = build(cast)
    desk = reverse("study:desk", args=[group])
    said = client.get(desk).content.decode()
    assert "\u2068Moderator\u2069 (asks)" in said
    assert "each of them is a case" in said
    with django_assert_max_num_queries(MOST):
        said = client.get(desk, {"speaker": str(turn["Bo"])}).content.decode()
    assert "Filtered: 1 coding" in said
    assert f'value="{turn["Bo"]}" selected' in said
    assert f'data-query="speaker={turn["Bo"]}"' in said
    removed = client.post(
        f"{reverse('study:code', args=[group])}?speaker={turn['Bo']}",
        {"start": "0", "end": "4", "constructs": [":".join(RELATIONS)], "valence": "neutral"},
    )
    assert f"speaker={turn['Bo']}" in removed.headers["Location"]


def test_a_text_of_one_voice_offers_nobody(client: Client, cast: Cast) -> None:
    alone = add(cast.evaluator, open_study(cast.evaluator), "Told alone", "The nurse came.")
    assert 'name="speaker"' not in client.get(reverse("study:desk", args=[alone])).content.decode()


def test_search_and_quotations_are_narrowed_to_a_case(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    study_id, group, turn = build(cast)
    search, quotes = reverse("study:search", args=[study_id]), reverse("study:quotes", args=[study_id])
    client.get(search)
    bo, amal = f"{group}:{turn['Bo']}", f":{turn['Amal']}"
    for address, case, count in (
        (search, "", "4 hits"), (search, bo, "1 hit"), (search, amal, "2 hits"), (search, str(group), "2 hits"),
        (quotes, "", "2 passages"), (quotes, bo, "1 passage"), (quotes, amal, "1 passage"), (quotes, "x", "2 passages"),
    ):  # fmt: skip
        with django_assert_max_num_queries(MOST):
            said = client.get(address, {"q": "nurse", "case": case}).content.decode()
        assert f">{count}<" in said, (address, case)
        assert "\u2068Amal\u2069 (2 texts)" in said
        assert f'<optgroup label="Group"><option value="{group}"' in said
        assert "Amal" not in urlencode({"case": case})


def test_outside_its_team_texts_are_offered_and_no_voices(cast: Cast) -> None:
    study_id, group, turn = build(cast)
    me = cast.evaluator.worker_id
    studying.set_part(study_id=study_id, worker_id=me, part=Part.LEAD, by=cast.evaluator, at=NOON)
    another(cast)
    client, address = Client(), reverse("study:quotes", args=[study_id])
    assert client.login(email="ida@example.org", password="a calm long password")
    said = client.get(address, {"case": str(group)}).content.decode()
    assert f'<option value="{group}" selected>Group</option>' in said
    assert "Amal" not in said
    assert client.get(address, {"case": f"{group}:{turn['Bo']}"}).status_code == 403


@pytest.mark.parametrize("said", ["", "x", "x:y", ":", "x:"])
def test_what_is_no_case_narrows_nothing(said: str) -> None:
    assert read(said) is None
