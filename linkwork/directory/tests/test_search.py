"""Finding services through the room's own actions and reads."""

import pytest

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import NOBODY
from linkwork.directory import actions, reads
from linkwork.directory.reads import Query
from linkwork.directory.rules.kinds import ConfirmedBy, Status
from linkwork.directory.tests.conftest import TODAY, at
from linkwork.testing.cast import MELBOURNE, NOON


def names(viewer, **asked):
    found = reads.search(viewer, Query(today=TODAY, **asked))
    return [match.service.name for match in found.matches]


def test_it_finds_by_words_and_ranks_by_fit_then_freshness(cast, shelf):
    assert names(cast.worker, words="coffee") == ["Coffee on the coast", "Language café", "Harbour food bank"]
    assert names(cast.worker, words="cafe") == ["Language café"]
    assert names(cast.worker, words="vegetable") == ["Elm Street garden"]
    assert names(cast.worker, words="elm garden") == ["Elm Street garden"]


def test_without_words_it_lists_fresh_ones_first_and_then_what_is_near(cast, shelf):
    assert names(cast.worker, place=MELBOURNE) == [
        "Language café",
        "Elm Street garden",
        "Harbour food bank",
        "Coffee on the coast",
        "Night line",
    ]


def test_within_counts_the_distance_on_the_ground(cast, shelf):
    assert names(cast.worker, words="coffee", place=MELBOURNE, within_km=5) == [
        "Language café",
        "Harbour food bank",
    ]
    assert names(cast.worker, words="coffee", place=MELBOURNE, within_km=2) == ["Language café"]
    assert len(names(cast.worker, words="coffee", place=MELBOURNE, within_km=100)) == 3
    assert len(names(cast.worker, words="coffee", place=MELBOURNE, within_km=1000)) == 3


def test_unknown_hours_cost_and_language_exclude_nothing(cast, shelf):
    tuesday_at_ten = (1, 10 * 60)
    assert set(names(cast.worker, open_on=tuesday_at_ten)) == {
        "Language café",
        "Harbour food bank",
        "Night line",
        "Elm Street garden",
        "Coffee on the coast",
    }
    assert "Harbour food bank" not in names(cast.worker, open_on=(5, None))
    assert "Language café" not in names(cast.worker, open_on=(1, 12 * 60))
    assert set(names(cast.worker, free_only=True)) == {"Language café", "Night line", "Elm Street garden"}
    assert "Language café" in names(cast.worker, language="ar")
    assert "Language café" not in names(cast.worker, language="sv")


def test_a_match_says_why_and_what_is_not_stated(cast, shelf):
    asked = Query(words="elm", place=MELBOURNE, open_on=(1, 600), today=TODAY)
    cafe, garden = sorted(
        reads.search(cast.worker, asked).matches, key=lambda match: match.service.name, reverse=True
    )
    assert cafe.why == ("words:organisation", "near", "open", "free", "fresh")
    assert cafe.unknown == ()
    assert cafe.distance_km == 0
    assert garden.why == ("words:name", "near")
    assert garden.unknown == ("hours", "cost")


def test_where_no_entry_has_all_the_words_those_with_some_are_shown(cast, shelf):
    found = reads.search(cast.worker, Query(words="coffee unheardof parcels", today=TODAY))
    assert found.widened
    assert found.matches[0].service.name == "Harbour food bank"
    assert not reads.search(cast.worker, Query(words="unheardof")).matches


def test_further_words_help_where_they_can(cast, shelf):
    found = reads.search(
        cast.worker, Query(words="food", also="I would like coffee and to talk", today=TODAY)
    )
    assert found.matches[0].service.name in ("Harbour food bank", "Language café")
    assert not found.widened


@pytest.mark.parametrize("asked", [{}, {"words": "coffee"}, {"words": "coffee nothing elm"}])
def test_pages_follow_each_other_without_gap_or_double(cast, shelf, asked):
    whole = names(cast.worker, place=MELBOURNE, **asked)
    pieces, page = [], ""
    while True:
        found = reads.search(cast.worker, Query(place=MELBOURNE, size=1, page=page, today=TODAY, **asked))
        pieces += [match.service.name for match in found.matches]
        page = found.next_key
        if not page:
            break
    assert pieces == whole


def test_a_page_key_that_is_not_ours_gives_the_first_page(cast, shelf):
    for page in ("x", "0.1", "0.1.2.3.no"):
        assert len(names(cast.worker, page=page)) == 5


def test_one_question_of_the_database_a_page(cast, shelf, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        reads.search(cast.worker, Query(words="coffee", place=MELBOURNE, within_km=5, today=TODAY))
    text = asked.captured_queries[0]["sql"]
    assert text.count("programme_id") >= 3


def test_other_programmes_find_nothing_of_it(cast, shelf):
    assert names(cast.outsider, words="coffee") == []
    assert reads.services(cast.outsider, list(shelf.values())) == []


def test_a_closed_service_is_not_found_and_comes_back(cast, shelf):
    actions.set_status(service_id=shelf["cafe"], status=Status.DEFUNCT, by=cast.worker, at=NOON)
    assert names(cast.worker, words="cafe") == []
    actions.set_status(service_id=shelf["cafe"], status=Status.ACTIVE, by=cast.worker, at=NOON)
    assert names(cast.worker, words="cafe") == ["Language café"]


def test_confirming_lifts_an_entry_at_once(cast, shelf):
    actions.confirm_service(service_id=shelf["food"], how=ConfirmedBy.VISIT, by=cast.worker, at=at(0))
    assert names(cast.worker, place=MELBOURNE)[:2] == ["Language café", "Harbour food bank"]


def test_it_refuses_somebody_without_a_programme(cast):
    with pytest.raises(NotAllowed):
        reads.search(NOBODY, Query(words="coffee"))
