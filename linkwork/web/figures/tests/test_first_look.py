"""The first look at a fresh extract finds it counted, in every process."""

import pytest
from django.core.cache import cache, caches
from django.test import Client
from django.urls import reverse

from linkwork.core.errors import Refused
from linkwork.evaluation.indicators import counting
from linkwork.extracts import reads as extracts
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import Cast


@pytest.fixture
def evaluator(cast: Cast) -> Client:
    caches[counting.KEPT].clear()  # other tests take the same record
    cache.clear()
    return signed_in("evaluator")


def no_engine(_paths: object) -> object:
    raise AssertionError("the engine was loaded")


def test_the_first_look_loads_no_engine(
    evaluator: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = evaluator.post(reverse("figures:take"), {"name": "First quarter", "days": "exact"})
    [card] = extracts.extracts(cast.evaluator)
    assert answer.headers["Location"].endswith(reverse("figures:extract", args=[card.id]))
    cache.clear()  # what the process that took it remembers
    monkeypatch.setattr(counting, "opened", no_engine)
    assert evaluator.get(reverse("figures:extract", args=[card.id])).status_code == 200
    with pytest.raises(AssertionError, match="the engine was loaded"):  # so it would be noticed
        evaluator.get(reverse("figures:extract", args=[card.id]), {"by": "mode"})


def test_an_extract_is_taken_also_where_it_cannot_be_counted(
    evaluator: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away(_paths: object) -> object:
        raise Refused("Nobody counts at night.")

    monkeypatch.setattr(counting, "opened", away)
    assert evaluator.post(reverse("figures:take"), {"name": "At night", "days": "exact"}).status_code == 302
    assert [one.name for one in extracts.extracts(cast.evaluator)] == ["At night"]
    assert [one.message for one in caplog.records] == ["errands: a new extract was not counted: Refused"]
