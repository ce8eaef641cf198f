"""Is this a code of its system? Form and check digit only: nothing is looked up, and no code is shipped.

SNOMED CT: SNOMED International, Technical Implementation Guide, "SCTID" (6 to 18 digits, partition, Verhoeff digit).
LOINC: Regenstrief Institute, LOINC Users' Guide, appendix on the check digit (Luhn, "mod 10").
ICD-10: the form of a category with its optional decimals. Gravity: the categories of the HL7 SDOH Clinical Care guide,
words in small letters joined by hyphens.
"""

import re
from collections.abc import Callable
from enum import StrEnum


class System(StrEnum):
    """The coding systems a term can point to."""

    SNOMED_CT = "snomed_ct"
    LOINC = "loinc"
    ICD_10 = "icd_10"
    GRAVITY = "gravity"


class Fault(StrEnum):
    """What is wrong with a code."""

    FORM = "form"
    CHECK_DIGIT = "check_digit"
    NOT_A_CONCEPT = "not_a_concept"  # a description or a relationship of SNOMED CT


CANONICAL = {
    System.SNOMED_CT: "http://snomed.info/sct",
    System.LOINC: "http://loinc.org",
    System.ICD_10: "http://hl7.org/fhir/sid/icd-10",
    System.GRAVITY: "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes",
}


def fault(system: System, code: str) -> Fault | None:
    """What is wrong with the code, None where its form and its check digit hold."""
    return _CHECKS[system](code)


def _snomed(code: str) -> Fault | None:
    if not re.fullmatch(r"[1-9][0-9]{5,17}", code):
        return Fault.FORM
    if not verhoeff_holds(code):
        return Fault.CHECK_DIGIT
    return None if code[-3:-1] in ("00", "10") else Fault.NOT_A_CONCEPT


def _loinc(code: str) -> Fault | None:
    if not re.fullmatch(r"[1-9][0-9]{0,6}-[0-9]", code):
        return Fault.FORM
    return None if luhn_digit(code[:-2]) == int(code[-1]) else Fault.CHECK_DIGIT


def _icd_10(code: str) -> Fault | None:
    return None if re.fullmatch(r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?", code) else Fault.FORM


def _gravity(code: str) -> Fault | None:
    return None if re.fullmatch(r"[a-z]+(-[a-z]+)*", code) else Fault.FORM


_CHECKS: dict[System, Callable[[str], Fault | None]] = {
    System.SNOMED_CT: _snomed,
    System.LOINC: _loinc,
    System.ICD_10: _icd_10,
    System.GRAVITY: _gravity,
}


def luhn_digit(digits: str) -> int:
    """The check digit of "mod 10": every second digit from the right doubled, beginning with the last."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return -total % 10


def verhoeff_holds(digits: str) -> bool:
    """Whether the last digit is the Verhoeff check digit of the others (J. Verhoeff 1969).

    Digits are added in the dihedral group of the pentagon, each after as many turns of one permutation as its place
    from the right says: a wrong digit and two digits swapped both show.
    """
    check = 0
    for place, digit in enumerate(reversed(digits)):
        check = _added(check, _turned(int(digit), place))
    return check == 0


_TURN = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def _turned(digit: int, times: int) -> int:
    for _ in range(times % 8):
        digit = _TURN[digit]
    return digit


def _added(a: int, b: int) -> int:
    """The sum in the group of the pentagon: 0 to 4 are its turns, 5 to 9 its reflections."""
    if a < 5:
        return (a + b) % 5 if b < 5 else 5 + (a + b) % 5
    return 5 + (a - b) % 5 if b < 5 else (a - b) % 5
