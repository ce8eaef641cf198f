"""Do the pages of written matrices make, fill, show and hand them out?"""

import re

import pytest
from django.urls import reverse

from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.actions import NewTheme
from linkwork.evaluation.coding.rules.tables.summaries import MatrixKind
from linkwork.evaluation.coding.tests import scene as scenes
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import SourceKind
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON

MOST = 12


@pytest.fixture
def scene(cast):
    made = scenes.build(cast)
    scenes.code(cast.evaluator, made.quotable, "One of the nurses", scenes.RELATIONS)
    return made


@pytest.fixture
def client(cast):
    return signed_in("evaluator")


def test_a_framework_matrix_from_its_themes_to_its_file(client, cast, scene, django_assert_max_num_queries):
    where = reverse("tables:new_matrix", args=[scene.study_id])
    assert "Codes as themes" in client.get(where).content.decode()
    assert client.post(where, {"title": "", "kind": "framework"}).status_code == 400
    none = client.post(where, {"title": "By case", "kind": "framework"})
    assert "between one and a hundred themes" in none.content.decode()
    values = {
        "title": "By case",
        "kind": "framework",
        "codes": ["cfir-2022:inner_setting"],
        "headings": "Trust?\n\n",
    }
    page = client.post(where, values, follow=True).content.decode()
    assert "1 passage" in page
    ((matrix_id, title, _kind),) = reads.matrices(cast.evaluator, scene.study_id)
    assert title == "By case"
    card = reads.matrix(cast.evaluator, matrix_id)
    inner = card.themes[1]
    cell = reverse("tables:matrix_cell", args=[matrix_id, inner.id, scene.quotable])
    with django_assert_max_num_queries(MOST):
        said = client.get(cell).content.decode()
    assert "One of the nurses" in said
    assert "· Inner Setting</h2>" in said
    (coding,) = reads.matrix_row(cast.evaluator, card, scene.quotable).cells[1].coding_ids
    said = client.post(cell, {"text": "A door opened.", "links": [str(coding)], "seen": ""}, follow=True)
    assert "A door opened." in said.content.decode()
    assert client.post(cell, {"text": "Mine.", "seen": ""}).status_code == 400
    scenes.code(cast.evaluator, scene.quotable, "people sent me", scenes.SPACE)
    with django_assert_max_num_queries(MOST):
        whole = client.get(reverse("tables:matrix", args=[matrix_id])).content.decode()
    assert "1 summary on this page should be read again" in whole
    assert "1 passage came since." in client.get(cell).content.decode()
    csv = client.get(reverse("tables:matrix", args=[matrix_id]), {"as": "csv"}).content.decode("utf-8-sig")
    assert "A door opened. [2 passages] [to be read again]" in csv
    assert client.get(reverse("tables:matrix", args=[matrix_id]), {"from": "1"}).status_code == 200
    assert client.get(reverse("tables:matrix", args=[matrix_id]), {"all": "yes"}).status_code == 200
    assert "By case" in client.get(reverse("tables:home", args=[scene.study_id])).content.decode()


def test_themes_are_changed_and_a_matrix_is_taken_off(client, cast, scene):
    matrix_id = made(cast, scene, NewTheme(heading="Trust?"), NewTheme(*scenes.ENROLMENT))
    change = reverse("tables:change_matrix", args=[matrix_id])
    assert "Trust?" in client.get(change).content.decode()
    assert client.post(change, {"title": "X", "headings": ""}).status_code == 400
    assert client.post(change, {"title": "X", "headings": "Hope?"}).status_code == 302
    assert [one.name for one in reads.matrix(cast.evaluator, matrix_id).themes] == ["Hope?"]
    gone = client.post(reverse("tables:remove_matrix", args=[matrix_id]), follow=True).content.decode()
    assert "taken off the list" in gone
    assert reads.matrices(cast.evaluator, scene.study_id) == []


def test_a_rapid_sheet_is_kept_and_never_loses_what_was_typed(
    client, cast, scene, django_assert_max_num_queries
):
    rapid = client.get(reverse("tables:new_matrix", args=[scene.study_id]), {"kind": "rapid"})
    assert rapid.status_code == 200
    matrix_id = made(cast, scene, NewTheme(heading="Trust?"), NewTheme(heading="Time?"))
    one, two = reads.matrix(cast.evaluator, matrix_id).themes
    sheet = reverse("tables:case", args=[matrix_id, scene.quotable])
    with django_assert_max_num_queries(MOST):
        shown = client.get(sheet).content.decode()
    assert "Time?" in shown
    assert "<p>One of the nurses came to the meeting" in shown
    said = client.post(
        sheet, {f"t-{one.id}": "It grew.", f"s-{one.id}": "no id"}, follow=True
    ).content.decode()
    assert "The sheet is kept" in said
    again = client.post(sheet, {f"t-{one.id}": "Mine instead.", f"t-{two.id}": "Short."})
    assert again.status_code == 400
    assert "Mine instead." in again.content.decode()
    assert "Theirs: It grew." in again.content.decode()
    kept = reads.matrix_row(cast.evaluator, reads.matrix(cast.evaluator, matrix_id), scene.quotable)
    seen = {f"s-{one.id}": str(vars(kept.cells[0].summary)["id"]), f"t-{one.id}": "It grew.", "next": ""}
    assert client.post(sheet, seen).headers["Location"] == reverse(
        "tables:case", args=[matrix_id, scene.closed]
    )
    last = reverse("tables:case", args=[matrix_id, scene.closed])
    assert client.post(last, {"next": ""}).headers["Location"].endswith(f"#s-{scene.closed}")


def made(cast, scene, *themes):
    return actions.make_matrix(
        study_id=scene.study_id,
        title="Rapid",
        kind=MatrixKind.RAPID,
        themes=themes,
        by=cast.evaluator,
        at=NOON,
    )


def test_many_themes_are_read_some_columns_at_a_time(client, cast, scene):
    made = actions.make_matrix(
        study_id=scene.study_id,
        title="Many",
        kind=MatrixKind.RAPID,
        themes=[NewTheme(heading=f"Theme {n:02d}") for n in range(19)],
        by=cast.evaluator,
        at=NOON,
    )
    where = reverse("tables:matrix", args=[made])

    def heads(**query):
        said = client.get(where, query).content.decode()
        return re.findall(r'<th scope="col">(Theme ..)</th>', said)

    assert heads() == [f"Theme {n:02d}" for n in range(8)]
    assert heads(column="16") == heads(column="99") == ["Theme 16", "Theme 17", "Theme 18"]
    assert len(heads(all="yes")) == 19
    assert "17 to 19" in client.get(where).content.decode()


def test_a_matrix_is_read_by_who_speaks_and_by_stage(client, cast, scene, django_assert_max_num_queries):
    by = cast.evaluator
    made = actions.make_matrix(
        study_id=scene.study_id,
        title="By case",
        kind=MatrixKind.FRAMEWORK,
        themes=[NewTheme(heading="Trust"), NewTheme("cfir-2022", "inner_setting")],
        by=by,
        at=NOON,
    )
    studies.add_source(
        study_id=scene.study_id, title="Report", kind=SourceKind.DOCUMENT, text="Words.", language="en", by=by, at=NOON
    )  # fmt: skip
    trust = reads.matrix(by, made).themes[0].id
    for source_id, text in ((scene.quotable, "Hers"), (scene.closed, "His")):
        actions.write_summary(matrix_id=made, theme_id=trust, source_id=source_id, text=text, by=by, at=NOON)
    where = reverse("tables:matrix", args=[made])
    with django_assert_max_num_queries(MOST):
        said = client.get(where, {"by": "group"}).content.decode()
    heads = re.findall(r'<th scope="row">([^<]*)<', said)
    assert len(heads) == 3
    assert heads[-1] == "Not said"
    assert "Hers" in said
    assert "1 passage" in said
    assert reverse("tables:matrix_cell", args=[made, trust, scene.closed]) in said
    csv = client.get(where, {"by": "stage", "as": "csv"}).content.decode("utf-8-sig")
    assert "A worker: Hers" in csv
    assert "[1 passage]" in csv
