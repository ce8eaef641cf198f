"""Making lists one's own by pages and by file, and naming the safeguarding leads."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.instruments import lists
from linkwork.programmes import reads
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast

LIST = "support_types"


def address(name: str, *parts: str) -> str:
    return reverse(f"settings:{name}", args=parts)


def offered(cast: Cast) -> list[str]:
    return [term.code for term in lists.terms_of(reads.programme(cast.worker), LIST)]


def test_a_list_is_made_ones_own_by_buttons(cast: Cast) -> None:
    client = signed_in("manager")
    assert "Kinds of support" in client.get(address("lists")).content.decode()
    client.post(address("term_add", LIST), {"label": "Warm meals", "hint": ""})
    client.post(address("list_step", LIST, "practical", "up"))
    client.post(address("list_step", LIST, "motivational", "hide"))
    client.post(address("term", LIST, "informative"), {"label": "Told", "hint": ""})
    assert offered(cast) == ["practical", "informative", "psychosocial", "x-warm-meals"]
    shown = client.get(address("list", LIST)).content.decode()
    for said in ("Warm meals", "Told", "your own", "hidden"):
        assert said in shown
    client.post(address("list_step", LIST, "motivational", "show"))
    client.post(address("list_step", LIST, "practical", "down"))
    assert client.post(address("list_step", LIST, "practical", "sideways")).status_code == 400
    assert (
        "There is a term with this name already"
        in client.post(address("term_add", LIST), {"label": "Told"}).content.decode()
    )


def test_an_own_term_is_offered_taken_and_shown(cast: Cast) -> None:
    """With no question of the database for it, and in the words of the programme."""
    signed_in("manager").post(address("term_add", "needs"), {"label": "Warm meals"})
    case_id = casework.start_case(
        details=PersonDetails(given_name="Maryam"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOON,
    )
    client, page = signed_in("worker"), reverse("people:need_add", args=[case_id])
    assert "Warm meals" in client.get(page).content.decode()
    assert client.post(page, {"term": "x-warm-meals", "said": "At noon"}).status_code == 302
    assert "Warm meals" in client.get(reverse("people:person", args=[case_id])).content.decode()
    assert client.post(page, {"term": "x-nothing"}).status_code == 422


def test_a_code_is_entered_with_its_licence(cast: Cast) -> None:
    client, page = signed_in("administrator"), address("term_code", LIST, "practical")
    assert "No codes are shipped" in client.get(page).content.decode()
    typed = {"system": "snomed_ct", "code": "73211008", "licence": "Member country"}
    assert "The last digit does not fit" in client.post(page, typed).content.decode()
    assert client.post(page, typed | {"code": "73211009"}).status_code == 302
    assert "SNOMED CT 73211009" in client.get(address("list", LIST)).content.decode()


def test_a_code_stands_beside_a_need_to_be_copied_only_where_one_was_entered(cast: Cast) -> None:
    case_id = casework.start_case(
        details=PersonDetails(given_name="Maryam"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOON,
    )
    casework.add_need(case_id=case_id, term="food", by=cast.worker, at=NOON)
    client, page = signed_in("worker"), reverse("people:person", args=[case_id])
    assert "<code>" not in client.get(page).content.decode()
    typed = {"system": "icd_10", "code": "Z59.4", "licence": "National release"}
    signed_in("manager").post(address("term_code", "needs", "food"), typed)
    assert "<code>ICD-10 Z59.4</code>" in client.get(page).content.decode()


def test_a_list_goes_out_and_comes_in_as_a_file(cast: Cast) -> None:
    client = signed_in("manager")
    text = client.get(address("list_file", LIST)).content.decode("utf-8-sig")
    assert text.splitlines()[0].startswith("code,label,hint,hidden")
    file = SimpleUploadedFile("list.csv", (text + ",Warm meals,,,,,,,\r\n").encode())
    assert client.post(address("list_take", LIST), {"file": file}).status_code == 302
    assert offered(cast)[-1] == "x-warm-meals"
    wrong = SimpleUploadedFile("list.csv", b"code,label\nnothing,Nothing\n")
    shown = client.post(address("list_take", LIST), {"file": wrong})
    assert shown.status_code == 422
    assert "Row 2: This code is not in the list" in shown.content.decode()
    lacking = SimpleUploadedFile("list.csv", b"a,b\n1,2\n")
    assert "lacks the columns" in client.post(address("list_take", LIST), {"file": lacking}).content.decode()
    assert client.post(address("list_take", LIST)).status_code == 422


def test_the_leads_are_named_in_order(cast: Cast) -> None:
    client, page = signed_in("administrator"), address("safeguarding")
    typed = {
        "lead_1": str(cast.other_worker.id),
        "lead_2": str(cast.manager.id),
        "acknowledge_within_hours": "12",
        "danger_within_hours": "2",
        "emergency_phone": "112",
    }
    assert client.post(page, typed).status_code == 302
    assert [lead.name for lead in reads.safeguarding_leads(cast.worker)] == ["Bo Lind", "Chris Okafor"]
    assert 'value="112"' in client.get(page).content.decode()
    assert "no more than usually" in client.post(page, typed | {"danger_within_hours": "13"}).content.decode()


@pytest.mark.parametrize("part", ["worker", "supervisor", "evaluator", "adviser"])
def test_nobody_else_changes_lists_or_leads(cast: Cast, part: str) -> None:
    client = signed_in(part)
    for page in (
        address("lists"),
        address("list", LIST),
        address("safeguarding"),
        address("list_file", LIST),
    ):
        assert client.get(page).status_code == 403
    assert client.post(address("list_step", LIST, "practical", "hide")).status_code == 403
