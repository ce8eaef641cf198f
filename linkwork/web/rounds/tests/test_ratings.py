"""Can two rate apart on the pages, compare, settle, and see what tells cases apart?"""

from django.test import Client
from django.urls import reverse

from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.tests.scene import RELATIONS, build, code, second_coder
from linkwork.testing.cast import PASSWORD, Cast

CODE = ":".join(RELATIONS)


def signed_in(email: str) -> Client:
    client = Client()
    client.login(email=email, password=PASSWORD)
    return client


def test_from_a_new_sheet_to_a_verdict(cast: Cast) -> None:
    scene, second = build(cast), second_coder(cast)
    first_page, second_page = signed_in("evaluator@example.org"), signed_in("second@example.org")
    home = reverse("rounds:ratings", args=[scene.study_id])
    assert "Code first, then rate" in first_page.get(home).content.decode()
    coding_id = code(cast.evaluator, scene.quotable, "nurses came", RELATIONS)
    said: dict[str, str | list[str]] = {
        "title": "Sites", "kind": "site", "cases": "North\nSouth", "constructs": [CODE],
        "raters": [str(cast.evaluator.id), str(second.id)], "apart": "2", "few": "2",
        "strong_gap": "2", "weak_gap": "1",
    }  # fmt: skip
    assert first_page.post(home, said | {"cases": " "}).status_code == 400
    first_page.post(home, said)
    (line,) = reads.sheets(cast.evaluator, scene.study_id)
    north, south = reads.sheet(cast.evaluator, line.id).cases
    sheet = reverse("rounds:sheet", args=[line.id])

    def cell(case: object) -> str:
        return reverse("rounds:cell", args=[line.id, case, CODE])

    assert "nurses came" in first_page.get(cell(north.id)).content.decode()
    assert first_page.post(cell(north.id), {"score": "7"}).status_code == 400
    first_page.post(cell(north.id), {"score": "2", "reason": "Often", "evidence": [str(coding_id)]})
    second_page.post(cell(north.id), {"score": "mixed"})
    for page in (first_page, second_page):
        page.post(cell(south.id), {"score": "-1"})
    assert "Often" not in second_page.get(cell(north.id)).content.decode()
    assert "2 / 0" not in first_page.get(sheet).content.decode()
    first_page.post(reverse("rounds:compare", args=[line.id]))
    shown = first_page.get(sheet).content.decode()
    for words in ("+2 / 0 ±", "−1", "Alpha, ordinal", "to look at again"):
        assert words in shown
    shown = second_page.get(cell(north.id)).content.decode()
    assert "Often" in shown
    assert "The raters lie far apart" in shown
    second_page.post(
        reverse("rounds:flag", args=[line.id, north.id, CODE]), {"flag": "apart", "upheld": "yes"}
    )
    second_page.post(cell(north.id), {"score": "2", "reason": "Agreed"})
    order = reverse("rounds:order", args=[line.id])
    bad = first_page.post(order, {f"outcome-{north.id}": "much", "upper": "1"}, follow=True)
    assert "as a number" in bad.content.decode()
    wrong = first_page.post(order, {"upper": "x"}, follow=True).content.decode()
    assert "must count as the better ones" in wrong
    first_page.post(order, {f"outcome-{north.id}": "0,9", f"outcome-{south.id}": "0.1", "upper": "1"})
    assert "suggested: Tells them apart strongly" in first_page.get(sheet).content.decode()
    address = reverse("rounds:verdict", args=[line.id, CODE])
    assert "one of the four" in first_page.post(address, {"verdict": "so"}, follow=True).content.decode()
    shown = first_page.post(address, {"verdict": "weak", "note": "Two sites"}, follow=True).content.decode()
    assert "Tells them apart weakly: 1" in shown
    assert first_page.get(cell(scene.study_id)).status_code == 302
