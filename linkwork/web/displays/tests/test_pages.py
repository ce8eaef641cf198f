"""Walking through joint displays: begun, filled, ordered, judged apart, frozen, held against today."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.portraits.tests.world import BY_STAGE, CLOSED_WORDS, CONTACTS, OPEN_WORDS, World
from linkwork.instruments import frames
from linkwork.testing.cast import NOON, Cast
from linkwork.testing.queries import questions, unstated

SignIn = Callable[[str], Client]


def text(client: Client, name: str, *args: object, query: str = "") -> str:
    response = client.get(reverse(f"displays:{name}", args=args) + query)
    assert response.status_code == 200
    return response.content.decode()


def send(client: Client, name: str, *args: object, **given: Any) -> str:
    response = client.post(reverse(f"displays:{name}", args=args), given, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def begun(world: World, client: Client, **given: Any) -> UUID:
    usual = {"title": "Fidelity", "study_id": world.study, "extract_id": world.extract, "kind": "convergent"}
    send(client, "new", **(usual | given))
    return next(one.id for one in reads.displays(world.by) if one.title == "Fidelity")


def test_a_display_from_nothing_to_frozen(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    assert "Guetterman" in text(client, "new")
    made = begun(world, client)
    assert "Add a row before" in send(client, "freeze", made)
    text(client, "row_new", made)
    given: dict[str, Any] = {
        "question": "As planned?",
        "verdict": "confirm",
        "about": "mrc-process-evaluation-2015:implementation.fidelity",
    }
    send(client, "row_new", made, **given, quotes=[world.open_quote], figures=[str(CONTACTS)])
    (row,) = reads.display(world.by, made).rows
    assert "checked" in text(client, "row", made, row.id)
    send(client, "row", made, row.id, **(given | {"verdict": "disagree", "reasoning": "The form."}))
    page = text(client, "display", made)
    for words in ("As planned?", "Fidelity", "Disagree", "The form.", "No figure says anything about this."):
        assert words in page
    assert "“silent” would fit" in text(client, "row", made, row.id)
    assert "Frozen" in send(client, "freeze", made)
    assert "Cite it by" in text(sign_in("adviser"), "display", made)


def test_a_row_for_each_component_in_one_press(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    made = begun(world, client)
    page = send(client, "begin_rows", made, about="components")
    assert "rows are added" in page
    rows = reads.display(world.by, made).rows
    assert "implementation.reach" in {row.component for row in rows}
    assert "implementation" not in {row.component for row in rows}
    send(client, "begin_rows", made, about="codes")
    assert len(reads.display(world.by, made).rows) == len(rows) + 1
    assert "0 rows are added" in send(client, "begin_rows", made, about="npt:cognitive_participation")
    assert "0 rows" in send(client, "begin_rows", made, about="junk")
    assert "Choose a component" in send(client, "begin_rows", made, about="npt:weather")
    assert "no verdict yet" in send(client, "freeze", made)


def test_rows_are_moved_taken_out_and_put_back(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    send(client, "row_new", world.display, question="Second?", verdict="")
    first, last = reads.display(world.by, world.display).rows
    assert "Move up: Second?" in text(client, "order", world.display)
    send(client, "order", world.display, row=last.id, place="1")
    assert [row.id for row in reads.display(world.by, world.display).rows] == [last.id, first.id]
    assert "whole number" in send(client, "order", world.display, row=last.id, place="up")
    page = send(client, "row_remove", world.display, last.id)
    assert reverse("displays:row_restore", args=[world.display, last.id]) in page
    assert "1 row was taken out" in page
    assert "The row is back" in send(client, "row_restore", world.display, last.id)
    assert [row.id for row in reads.display(world.by, world.display).rows] == [last.id, first.id]


def test_two_reviewers_judge_apart_and_one_settles(world: World, second: Viewer, sign_in: SignIn) -> None:
    one, other = sign_in("evaluator"), sign_in("second")
    made = begun(world, one, reviewers=[world.by.worker_id, second.worker_id])
    page = send(one, "row_new", made, question="As planned?", figures=[str(CONTACTS)])
    assert "wait for your verdict" in page or "waits for your verdict" in page
    (row,) = reads.display(world.by, made).rows
    send(one, "judge", made, row.id, verdict="silent", reasoning="Nobody spoke of it.")
    page = text(other, "display", made)
    assert "Nobody spoke of it." not in page
    assert "Judge this row" in page
    assert "1 row to judge" in text(other, "home")
    assert "“silent” would fit" in text(other, "judge", made, row.id)
    assert "checked" not in text(other, "judge", made, row.id)
    assert "Fill this in." in send(other, "judge", made, row.id, verdict="expand", reasoning="")
    send(other, "judge", made, row.id, verdict="expand", reasoning="The log says more.")
    page = text(one, "display", made)
    for words in ("Nobody spoke of it.", "The log says more.", "reviewers differ", "Settle it"):
        assert words in page
    send(one, "judge", made, row.id, verdict="silent", reasoning="We talked it over.")
    page = text(other, "display", made)
    assert "decided by Elif Kaya" in page
    assert "Cohen’s kappa" in page
    assert "Over 1 row both judged" in page


def test_a_changed_row_is_judged_anew(world: World, second: Viewer, sign_in: SignIn) -> None:
    one, other = sign_in("evaluator"), sign_in("second")
    made = begun(world, one, reviewers=[world.by.worker_id, second.worker_id])
    send(one, "row_new", made, question="As planned?")
    (row,) = reads.display(world.by, made).rows
    for client in (one, other):
        send(client, "judge", made, row.id, verdict="silent", reasoning="Nothing there.")
    send(one, "row", made, row.id, question="As planned now?")
    page = text(one, "display", made)
    assert "given before the row was changed" in page
    send(one, "judge_anew", made, row.id)
    assert reads.display(world.by, made).rows[0].verdict is None
    assert "The verdicts are open now" in send(one, "open", made)
    assert "open already" in send(one, "open", made)


def test_what_would_be_different_today_and_a_new_version(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    send(client, "freeze", world.display)
    assert "Nothing would be different" in text(client, "today", world.display)
    coding.remove_coding(coding_id=world.open_quote, by=world.by, at=NOON)
    page = text(sign_in("manager"), "today", world.display)
    assert "The coding was taken back" in page
    assert "Go on in a new version" not in page
    page = send(client, "go_on", world.display)
    assert "A new version is open" in page
    assert "version 2" in page
    assert "There is a later version" in text(client, "display", world.display)
    assert "Go on with that one" in send(client, "go_on", world.display)
    assert "there is a later version" in text(client, "home")


def test_a_display_can_be_of_another_kind(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    page = send(client, "change", world.display, title="Reach and dose", kind="cases", split="")
    assert "Choose by what the cases" in page
    given = {"title": "By stage", "kind": "cases", "split": "stage", "extract_id": world.extract}
    send(client, "change", world.display, **given)
    asked = {"question": "How much?", "verdict": "confirm", "quotes": [world.open_quote]}
    send(client, "row", world.display, world.row, **asked, figures=[str(CONTACTS), str(BY_STAGE)])
    page = text(client, "display", world.display)
    assert "All together" in page
    assert "<h3>Operation</h3>" in page
    send(client, "change", world.display, **(given | {"kind": "explanatory"}))
    page = send(client, "row", world.display, world.row, **asked, bridge="Why so few?")
    assert "What we asked next" in page
    assert "Why so few?" in page
    page = send(client, "change", world.display, **(given | {"reviewers": [world.by.worker_id]}))
    assert "Choose two reviewers" in page


def test_passages_and_figures_are_narrowed_without_losing_anything(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    typed = {"question": "Who comes first?", "verdict": "confirm", "reasoning": "Both say so."}
    ticked = {"quotes": [world.open_quote], "figures": [str(CONTACTS)]}
    page = send(client, "row_new", world.display, **typed, **ticked, words="no such word", find="passages")
    for kept in ("Who comes first?", "Both say so.", "stays ticked"):
        assert kept in page
    assert f'type="hidden" name="quotes" value="{world.open_quote}"' in page
    for asked in (
        {"code": "npt:cognitive_participation"},
        {"within": "operation", "group": "worker"},
        {"valence": "facilitator", "words": "NURSE"},
    ):
        assert OPEN_WORDS in send(client, "row_new", world.display, **typed, **asked, find="passages")
    assert OPEN_WORDS not in send(
        client, "row_new", world.display, **typed, valence="barrier", find="passages"
    )
    page = send(client, "row_new", world.display, **typed, **ticked, by="month", find="figures")
    assert f'value="{CONTACTS}" checked' in page
    assert len(reads.display(world.by, world.display).rows) == 1


def test_a_refused_row_keeps_what_was_typed(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    page = send(client, "row_new", world.display, question="", verdict="silent", quotes=[world.open_quote])
    assert "Something needs another look" in page
    assert f'value="{world.open_quote}" checked' in page
    page = send(client, "new", title="Reach and dose", study_id=world.study, kind="convergent")
    assert "Choose another title" in page


def test_what_may_not_be_quoted_is_not_shown(world: World, sign_in: SignIn) -> None:
    for part in ("evaluator", "manager", "adviser"):
        page = text(sign_in(part), "display", world.display)
        assert "Quotation withheld" in page
        assert CLOSED_WORDS not in page


@pytest.mark.parametrize("part", ["manager", "adviser", "worker"])
def test_only_evaluators_write(world: World, sign_in: SignIn, part: str) -> None:
    client = sign_in(part)
    for name, args in (("new", []), ("row", [world.display, world.row]), ("change", [world.display])):
        assert client.get(reverse(f"displays:{name}", args=args)).status_code == 403
    assert client.post(reverse("displays:freeze", args=[world.display])).status_code == 403
    assert (client.get(reverse("displays:home")).status_code == 200) is (part != "worker")


def test_what_is_gone_is_not_found(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    for name, args in (
        ("row", [world.display, new_id()]),
        ("judge", [world.display, new_id()]),
        ("display", [new_id()]),
    ):
        assert client.get(reverse(f"displays:{name}", args=args)).status_code == 404
    assert client.get(reverse("displays:today", args=[world.display])).status_code == 400
    actions.freeze_display(display_id=world.display, by=world.by, at=NOON)
    assert client.get(reverse("displays:row", args=[world.display, world.row])).status_code == 400


def test_its_quotations_hang_on_one_wall(world: World, sign_in: SignIn) -> None:
    client = sign_in("adviser")
    page = text(client, "wall", world.display)
    assert OPEN_WORDS in page
    assert CLOSED_WORDS not in page
    assert "1 quotation is withheld" in page
    empty = actions.open_display(study_id=world.study, title="Empty", extract_id=None, by=world.by, at=NOON)
    assert "Nothing in this display may be quoted yet." in text(client, "wall", empty)
    assert asked(client, "wall", world.display) <= 12


def test_a_display_is_taken_away_as_files(world: World, sign_in: SignIn) -> None:
    client = sign_in("manager")
    assert "Take it away" in text(client, "display", world.display)
    client.post(reverse("displays:paper", args=[world.display, "html"]))
    for ending, start in (("html", b"<!doctype"), ("pdf", b"%PDF-"), ("docx", b"PK"), ("xlsx", b"PK")):
        with CaptureQueriesContext(connection) as seen:
            answer = client.get(reverse("displays:paper", args=[world.display, ending]))
        assert answer.content.startswith(start)
        assert f'filename="reach-and-dose.{ending}"' in answer["Content-Disposition"]
        assert len(questions(seen.captured_queries)) <= 12
    assert client.get(reverse("displays:paper", args=[world.display, "exe"])).status_code == 404
    adviser = sign_in("adviser")
    assert adviser.get(reverse("displays:paper", args=[world.display, "pdf"])).status_code == 403
    assert "Take it away" not in text(adviser, "display", world.display)


def asked(client: Client, name: str, *of: UUID) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(reverse(f"displays:{name}", args=of)).status_code == 200
    sql = questions(seen.captured_queries)
    assert unstated(sql) == []
    return len(sql)


def test_sixty_rows_ask_no_more_than_one(world: World, second: Viewer, cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    display = actions.open_display(
        study_id=world.study,
        title="Much",
        extract_id=world.extract,
        reviewers=[world.by.worker_id, second.worker_id],
        by=world.by,
        at=NOON,
    )
    many = [("cfir-2022", one.id) for one in frames.frame("cfir-2022").constructs[:57]]
    actions.add_rows_about(display_id=display, about=many, by=world.by, at=NOON)
    for number in range(3):
        row = actions.add_row(
            display_id=display,
            question=f"Question {number}?",
            figures=[CONTACTS, FigureKey("contacts", "stage", "operation")],
            codings=[world.open_quote, world.closed_quote],
            by=world.by,
            at=NOON,
        )
        actions.give_verdict(row_id=row, verdict=Verdict.CONFIRM, reasoning="Yes.", by=second, at=NOON)
    pages: list[tuple[str, tuple[UUID, ...]]] = [
        ("home", ()),
        ("new", ()),
        ("display", (display,)),
        ("row", (display, row)),
        ("row_new", (display,)),
        ("judge", (display, row)),
        ("order", (display,)),
        ("change", (display,)),
    ]
    most = {name: asked(client, name, *of) for name, of in pages}
    assert max(most.values()) <= 12, most
    actions.freeze_display(display_id=world.display, by=world.by, at=NOON)
    assert asked(client, "today", world.display) <= 12
