"""Where a figure of a portrait is found again."""

import pytest

from linkwork.evaluation.indicators.rules.score_ids import change_score, survey_score
from linkwork.web.portraits.presenters import place_of


@pytest.mark.parametrize(
    ("indicator", "place"),
    [
        ("first_share", "figure-first_share"),
        (survey_score("nomad", "coherence"), "nomad"),
        (change_score("phq-9", "total"), "change"),
    ],
)
def test_each_figure_is_led_to_where_it_stands_on_the_extracts_page(indicator: str, place: str) -> None:
    assert place_of(indicator) == place
