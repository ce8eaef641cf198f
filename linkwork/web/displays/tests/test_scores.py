"""Scores of staff are ticked in a row and in a statement as any figure is, and go out as any figure does."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from linkwork.evaluation.indicators.tests.test_leaving_scores import staff
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.tests.world import World
from linkwork.extracts import reads as extracts
from linkwork.testing.cast import Cast
from linkwork.testing.queries import questions

SignIn = Callable[[str], Client]
SAID = "Coherence: 4.00 on a scale from 1 to 5; respondents: 9."


def test_a_score_is_ticked_shown_and_goes_out(world: World, cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    wave = staff(cast, {"worker": 9})
    key = f"survey nomad coherence//@{wave}"
    new = reverse("displays:row_new", args=[world.display])
    with CaptureQueriesContext(
        connection,
    ) as seen:
        page = client.get(new).content.decode()
    assert len(questions(seen.captured_queries)) <= 12
    assert SAID in page
    assert f'value="{key}"' in page
    given: dict[str, Any] = {"question": "Does it make sense?", "verdict": "confirm", "figures": [key]}
    client.post(new, given)
    row = reads.display(world.by, world.display).rows[-1]
    again = client.get(reverse("displays:row", args=[world.display, row.id])).content.decode()
    assert f'value="{key}" checked' in again
    shown = client.get(reverse("displays:display", args=[world.display])).content.decode()
    assert SAID in shown
    assert extracts.extract(world.by, wave).hash[:12] in shown  # the chain goes down to the extract
    paper = reverse("displays:paper", args=[world.display, "html"])
    assert "NoMAD" not in client.get(paper).content.decode().split("<main")[0]
    out = client.post(paper, follow=True).content.decode()
    assert {one.id for one in extracts.released(world.by)} == {world.extract, wave}
    assert SAID in out


def test_a_statement_rests_on_a_score(world: World, cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    wave = staff(cast, {"worker": 9})
    key = f"survey nomad coherence//@{wave}"
    place = [world.portrait, world.bare]
    with CaptureQueriesContext(connection) as seen:
        page = client.get(reverse("portraits:statement", args=place)).content.decode()
    assert len(questions(seen.captured_queries)) <= 12
    assert f'value="{key}"' in page
    client.post(reverse("portraits:evidence", args=place), {"figures": [key, "contacts//"]})
    told = reads.statements(world.by, [world.bare])[world.bare].evidence.figures
    assert {one.extract_id for one in told} == {world.extract, wave}
    client.post(reverse("portraits:evidence", args=place), {"figures": [key]})
    again = client.get(reverse("portraits:statement", args=place)).content.decode()
    assert f'value="{key}" checked' in again
    begun = client.get(reverse("portraits:statement_new", args=[world.portrait]), {"figure": key})
    assert SAID in begun.content.decode()
