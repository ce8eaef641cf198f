"""Codes of other systems: form and check digit, against published examples."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.instruments import lists
from linkwork.instruments.rules.codes import CANONICAL, Fault, System, fault, luhn_digit, verhoeff_holds

pytestmark = pytest.mark.rules


@pytest.mark.parametrize(
    ("system", "code"),
    [
        (System.SNOMED_CT, "73211009"),
        (System.SNOMED_CT, "22298006"),
        (System.SNOMED_CT, "871731000000106"),
        (System.LOINC, "44249-1"),
        (System.LOINC, "2160-0"),
        (System.ICD_10, "Z60.2"),
        (System.ICD_10, "Z59"),
        (System.GRAVITY, "food-insecurity"),
    ],
)
def test_codes_as_published_hold(system, code):
    assert fault(system, code) is None


@pytest.mark.parametrize(
    ("system", "code", "wrong"),
    [
        (System.SNOMED_CT, "73211008", Fault.CHECK_DIGIT),
        (System.SNOMED_CT, "73212009", Fault.CHECK_DIGIT),
        (System.SNOMED_CT, "73121009", Fault.CHECK_DIGIT),  # two digits swapped
        (System.SNOMED_CT, "12345", Fault.FORM),
        (System.SNOMED_CT, "073211009", Fault.FORM),
        (System.SNOMED_CT, "diabetes", Fault.FORM),
        (System.SNOMED_CT, "754786014", Fault.NOT_A_CONCEPT),  # of the partition of descriptions
        (System.LOINC, "44249-2", Fault.CHECK_DIGIT),
        (System.LOINC, "44249", Fault.FORM),
        (System.ICD_10, "60.2", Fault.FORM),
        (System.ICD_10, "z60.2", Fault.FORM),
        (System.GRAVITY, "Food insecurity", Fault.FORM),
    ],
)
def test_what_is_wrong_is_named(system, code, wrong):
    assert fault(system, code) is wrong


def test_each_system_has_a_check_and_an_address():
    assert set(CANONICAL) == set(System)


@given(st.integers(1, 10**7 - 1), st.integers(0, 9))
def test_a_loinc_code_has_one_check_digit(number, digit):
    expected = luhn_digit(str(number)) == digit
    assert (fault(System.LOINC, f"{number}-{digit}") is None) is expected


@settings(deadline=None)
@given(st.text("0123456789", min_size=3, max_size=17), st.data())
def test_verhoeff_notices_one_wrong_digit_and_one_swap(body, data):
    [whole] = [f"{body}{digit}" for digit in range(10) if verhoeff_holds(f"{body}{digit}")]
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != whole[place]]))
    assert not verhoeff_holds(whole[:place] + other + whole[place + 1 :])
    if place and whole[place - 1] != whole[place]:
        swapped = whole[: place - 1] + whole[place] + whole[place - 1] + whole[place + 1 :]
        assert not verhoeff_holds(swapped)


def test_no_code_of_another_system_is_shipped():
    assert not [t for list_id in lists.list_ids() for t in lists.terms(list_id) if t.codes]
