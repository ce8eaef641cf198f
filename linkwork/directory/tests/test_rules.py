"""What the directory knows without a database."""

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as some

from linkwork.core.ids import new_id
from linkwork.directory.rules import places
from linkwork.directory.rules.costs import is_stray, read_cost
from linkwork.directory.rules.freshness import FreshnessState, state_on
from linkwork.directory.rules.kinds import CostKind, Precision
from linkwork.directory.rules.matching import likeness, marks_of, phones_in, plain_website, repeats
from linkwork.directory.rules.tokens import Found, ask, tokens_of
from linkwork.directory.rules.words import asked_words, words_in

pytestmark = pytest.mark.rules
TODAY = dt.date(2026, 3, 12)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (0, FreshnessState.FRESH),
        (92, FreshnessState.FRESH),
        (93, FreshnessState.AGEING),
        (365, FreshnessState.AGEING),
        (366, FreshnessState.STALE),
    ],
)
def test_freshness_goes_by_days(days, state):
    assert state_on(TODAY - dt.timedelta(days=days), TODAY) is state
    assert state_on(None, TODAY) is FreshnessState.NEVER


def test_the_measured_page_of_fifty():
    """Open Referral UK's sample page, as measured: 8 of 50 within 92 days, 34 older than a year, so 8 between."""
    ages = [30] * 8 + [200] * 8 + [500] * 14 + [900] * 20
    states = [state_on(TODAY - dt.timedelta(days=age), TODAY) for age in ages]
    assert states.count(FreshnessState.FRESH) == 8
    assert states.count(FreshnessState.AGEING) == 8
    assert states.count(FreshnessState.STALE) == 34


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", CostKind.NOT_STATED),
        ("Free", CostKind.FREE),
        ("No Fee", CostKind.FREE),
        ("There are no fees for appointments.", CostKind.FREE),
        ("All services are free and confidential.", CostKind.FREE),
        ("Gratuit", CostKind.FREE),
        ("Kostnadsfritt", CostKind.FREE),
        ("All services are free except medications.", CostKind.NOT_STATED),
        ("Accommodation cost $25 per day, or $175 per week.", CostKind.PAID),
        ("Free for under 18, otherwise $10", CostKind.PAID),
        ("50 kr", CostKind.PAID),
        ("Gold coin donation", CostKind.PAID),
        ("Low-cost", CostKind.PAID),
        ("Ask at the desk", CostKind.NOT_STATED),
    ],
)
def test_a_cost_is_what_is_said_for_certain(text, kind):
    assert read_cost(text).kind is kind
    assert read_cost(text).words == text


def test_stray_numbers_are_no_costs():
    assert is_stray("14")
    assert is_stray(", 9am-3pm")
    assert not is_stray("")
    assert not is_stray("2 dollars")


PROBES = [
    ("förskola", "Öppna förskolan i parken"),
    ("forskola", "Öppna förskolan i parken"),
    ("walks", "A walking group"),
    ("housing", "Help with houses"),
    ("مدرسة", "المدرسة القريبة"),
    ("الأسرة", "مركز الاسره"),
    ("社区", "附近的社区中心"),
    ("区", "附近的社区中心"),
    ("cafe", "Language café"),
    ("mothers", "A mother’s group"),
    ("прогулки", "Прогулка в парке"),
    ("bebe", "Groupe bébés"),
]


@pytest.mark.parametrize(("asked", "text"), PROBES)
def test_words_are_found_however_they_are_written(asked, text):
    held = words_in(text)
    assert all(word & held for word in asked_words(asked))


def test_small_words_count_only_when_alone():
    assert len(asked_words("help with the food")) == 2
    assert len(asked_words("the")) == 1
    assert asked_words("  …  ") == ()
    assert asked_words("food food") == asked_words("food")


@given(some.text(max_size=80))
def test_a_text_is_found_by_any_of_its_own_words(text):
    held = words_in(text)
    assert all(word & held for word in asked_words(text))
    assert all(form.isalnum() for form in held)


latitudes, longitudes = some.floats(-84, 84), some.floats(-180, 180)


reaches = some.sampled_from([0.5, 1, 2, 5, 10, 15, 16, 25, 50, 100, 250])


reaches = some.sampled_from([0.5, 1, 2, 5, 10, 15, 16, 25, 50, 100, 250])


@given(latitudes, longitudes, some.floats(0, 360), some.floats(0, 1), reaches)
def test_cells_hold_every_point_within_the_distance(latitude, longitude, turn, share, km):
    far = km * share / places.EARTH_KM
    lat, lon, bearing = math.radians(latitude), math.radians(longitude), math.radians(turn)
    there = math.asin(math.sin(lat) * math.cos(far) + math.cos(lat) * math.sin(far) * math.cos(bearing))
    east = lon + math.atan2(
        math.sin(bearing) * math.sin(far) * math.cos(lat), math.cos(far) - math.sin(lat) * math.sin(there)
    )
    point = (math.degrees(there), (math.degrees(east) + 540) % 360 - 180)
    cells = places.cells_near((latitude, longitude), km)
    assert set(places.cells_of(point)) & set(cells)
    assert places.distance_km((latitude, longitude), point) == pytest.approx(km * share, abs=1e-6)


def test_wide_circles_need_no_cells():
    assert places.cells_near((0.5, 0.5), 300) == ()


@given(latitudes, longitudes, latitudes, longitudes)
def test_chords_order_like_distances(lat1, lon1, lat2, lon2):
    one, two = places.on_sphere((lat1, lon1)), places.on_sphere((lat2, lon2))
    chord = sum((a - b) ** 2 for a, b in zip(one, two, strict=True))
    assert chord == pytest.approx(
        places.chord_squared(places.distance_km((lat1, lon1), (lat2, lon2))), abs=1e-9
    )


def test_tokens_wear_a_letter_so_that_nothing_is_taken_for_something_else():
    programme = new_id()
    service = Found(
        programme, "Café", "Elm trust", "Food", ("Soup",), (51.5, -0.1), CostKind.FREE, ("zh-Hans",)
    )
    tokens = tokens_of(service)
    assert f"p{programme.hex}" in tokens
    assert {"ncaf", "kcaf", "wcaf", "kelm", "welm", "wsoup", "cfree", "lzh"} <= set(tokens)
    assert "nelm" not in tokens
    assert sum(token.startswith("h8") for token in tokens) == 2
    bare = tokens_of(Found(programme, "Line"))
    assert {"hnowhere", "cunknown", "lunknown"} <= set(bare)


def test_a_question_asks_for_the_programme_and_lets_the_unknown_pass():
    programme = new_id()
    asked = ask(programme, asked_words("food"), near=((51.5, -0.1), 2.0), free_only=True, language="ar")
    assert asked.all_of[0] == (f"p{programme.hex}",)
    assert "hnowhere" in asked.all_of[1]
    assert ("cfree", "cunknown") in asked.all_of
    assert ("lar", "lunknown") in asked.all_of
    assert len(asked.tiers) == 2
    assert ask(programme, ()).tiers == ()
    assert len(ask(programme, asked_words("food soup"), any_word=True).tiers) == 2
    assert not ask(programme, asked_words("food"), any_word=True).any_word


def marks(name="COHEALTH", place=None, exact=True, address="", phone="", website="", description=""):
    precision = Precision.NONE if place is None else Precision.ADDRESS if exact else Precision.AREA
    return marks_of(
        name=name,
        place=place,
        precision=precision,
        address=address,
        phone=phone,
        website=website,
        description=description,
    )


HERE, NEXT_DOOR, ELSEWHERE = (-37.8, 144.9), (-37.8005, 144.9), (-37.9, 144.9)


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        (marks(place=HERE), marks("Co-Health", place=HERE), 0),
        (marks("St. Mary’s", place=HERE), marks("ST MARYS", place=NEXT_DOOR), 3),
        (marks(place=HERE, website="a.org"), marks(place=ELSEWHERE, website="a.org"), 0),
        (marks(place=HERE, exact=False), marks(place=HERE, exact=False), 1),
        (marks(address="18 Garden Street"), marks(address="43A DeCarle Street"), 0),
        (marks(phone="+61 4 1817 0556"), marks(phone="0418 170 556"), 2),
        (marks(address="18 Garden St"), marks(address="18 GARDEN ST"), 2),
        (marks(website="https://www.a.org/"), marks(website="a.org"), 2),
        (marks(website="a.org/find"), marks(website="a.org/stay"), 0),
        (marks(), marks(website="a.org"), 1),
    ],
)
def test_same_name_is_not_enough(one, other, sure):
    assert likeness(one, other) == sure
    assert likeness(other, one) == sure


def test_a_repeat_says_the_very_same():
    assert repeats(marks(description="Food  here"), marks(description="food here"))
    assert not repeats(marks(description="Food"), marks(description="Rent"))
    assert phones_in("0412 155 491; 1800 700 102 or none") == {"12155491", "00700102"}
    assert plain_website("HTTPS://www.a.org/x/") == "a.org/x"
