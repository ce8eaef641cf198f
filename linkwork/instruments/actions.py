"""Making a list one's own: terms are added, said otherwise, hidden, moved and given codes. The only writes here.

What was changed is kept with the programme, so that no page pays a question for it; the trail has each step.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.instruments import lists
from linkwork.instruments.rules import own
from linkwork.instruments.rules.codes import Fault, System, fault
from linkwork.instruments.rules.terms import Code, Term
from linkwork.programmes import actions as programmes
from linkwork.programmes import reads
from linkwork.programmes.access import check_may_set_up


@action
def add_term(*, list_id: str, label: str, by: Viewer, at: dt.datetime, hint: str = "") -> str:
    """Add a term of the programme's own at the end of a list; its code, which is never used again for another."""
    shipped, said = _begin(list_id, by), label.strip()
    _check_label(list_id, said, "", by)
    made: list[str] = []

    def change(before: Mapping[str, Any]) -> own.Changes:
        after, code = own.with_term(shipped, before, said, hint.strip())
        if len(after["own"]) > own.MOST_OWN:
            raise Invalid({"label": _("This list is full. Hide terms nobody needs, or say one otherwise.")})
        made.append(code)
        return after

    programmes.change_list(
        list_id=list_id, change=change, detail={"step": "add", "label": said}, by=by, at=at
    )
    return made[0]


@action
def say_term(*, list_id: str, code: str, label: str, by: Viewer, at: dt.datetime, hint: str = "") -> None:
    """Call a term otherwise, where it means the same. Empty words of a shipped term bring the shipped ones back."""
    shipped = _begin(list_id, by)
    was = _known(list_id, code, by)
    first = {term.code: term for term in shipped}.get(code)
    said = label.strip() or (first.label if first else "")
    _check_label(list_id, said, code, by)
    words = hint.strip() if label.strip() or first is None else first.hint
    programmes.change_list(
        list_id=list_id,
        change=lambda before: own.with_words(shipped, before, code, said, words),
        detail={"step": "say", "code": code, "from": was.label, "to": said},
        by=by,
        at=at,
    )


@action
def hide_term(*, list_id: str, code: str, by: Viewer, at: dt.datetime) -> None:
    """Offer a term no longer; where it was chosen it stays readable. Raises Invalid for the last one offered."""
    _begin(list_id, by)
    _known(list_id, code, by)
    offered = [term.code for term in lists.terms_of(reads.own_lists(by.programme), list_id)]
    if offered == [code]:
        raise Invalid({"code": _("One term has to be offered. Show another one first.")})
    _hide(list_id, code, True, by, at)


@action
def show_term(*, list_id: str, code: str, by: Viewer, at: dt.datetime) -> None:
    """Offer a hidden term again."""
    _begin(list_id, by)
    _known(list_id, code, by)
    _hide(list_id, code, False, by, at)


def _hide(list_id: str, code: str, hidden: bool, by: Viewer, at: dt.datetime) -> None:
    programmes.change_list(
        list_id=list_id,
        change=lambda before: own.with_hidden(before, code, hidden),
        detail={"step": "hide" if hidden else "show", "code": code},
        by=by,
        at=at,
    )


@action
def move_term(*, list_id: str, code: str, places: int, by: Viewer, at: dt.datetime) -> None:
    """Move a term up (-1) or down (+1)."""
    shipped = _begin(list_id, by)
    _known(list_id, code, by)
    programmes.change_list(
        list_id=list_id,
        change=lambda before: own.moved(shipped, before, code, places),
        detail={"step": "move", "code": code, "places": places},
        by=by,
        at=at,
    )


@action
def map_term(*, list_id: str, code: str, mapping: Code, by: Viewer, at: dt.datetime) -> None:
    """Give a term its code in another system; an empty code takes it away. Raises Invalid by field."""
    _begin(list_id, by)
    _known(list_id, code, by)
    _check_mapping(mapping)
    programmes.change_list(
        list_id=list_id,
        change=lambda before: own.with_code(before, code, mapping),
        detail={"step": "map", "code": code, "system": mapping.system, "to": mapping.code},
        by=by,
        at=at,
    )


@action
def take_list(*, list_id: str, terms: Sequence[Term], by: Viewer, at: dt.datetime) -> int:
    """Take a whole list over as a file has it, in its order; how many of its terms are new.

    A term without a code becomes one of the programme's own. What the file leaves out stays, at the end. Raises
    Invalid, the key being the number of the term in `terms`, and then changes nothing.
    """
    shipped = _begin(list_id, by)
    known = {term.code: term for term in lists.all_of(reads.own_lists(by.programme), list_id)}
    if errors := _wrong(terms, known):
        raise Invalid(errors)
    new = 0
    order: list[str] = []

    def change(before: Mapping[str, Any]) -> own.Changes:
        nonlocal new
        after: own.Changes = dict(before)
        for term in terms:
            code = term.code
            if code:
                after = own.with_words(shipped, after, code, term.label, term.hint)
            else:
                after, code = own.with_term(shipped, after, term.label, term.hint)
                new += 1
            after = own.with_hidden(after, code, term.hidden)
            for mapping in term.codes.values():
                after = own.with_code(after, code, mapping)
            order.append(code)
        rest = [term.code for term in own.merged(shipped, after) if term.code not in order]
        return after | {"order": [*order, *rest]}

    programmes.change_list(
        list_id=list_id, change=change, detail={"step": "take", "terms": len(terms)}, by=by, at=at
    )
    return new


def _wrong(terms: Sequence[Term], known: Mapping[str, Term]) -> dict[str, str]:
    """What is wrong with the terms of a file, by their number."""
    errors: dict[str, str] = {}
    seen: set[str] = set()
    for number, term in enumerate(terms):
        try:
            if not term.label:
                raise Invalid({"label": _("Give it a name.")})
            if len(term.label) > own.LONGEST_LABEL or len(term.hint) > own.LONGEST_HINT:
                raise Invalid({"label": _("This is too long. Say it shorter.")})
            if term.code and term.code not in known:
                raise Invalid(
                    {"code": _("This code is not in the list. Leave it empty for a term of your own.")}
                )
            if term.code and term.code in seen:
                raise Invalid({"code": _("This code stands there twice.")})
            for mapping in term.codes.values():
                _check_mapping(mapping)
        except Invalid as refusal:
            errors[str(number)] = refusal.reason
        seen.add(term.code)
    if not errors and all(term.hidden for term in terms) and set(known) <= seen:
        errors["0"] = _("One term has to be offered. Show another one first.")
    return errors


def _begin(list_id: str, by: Viewer) -> tuple[Term, ...]:
    """The shipped terms, for somebody who may change the list. Raises NotAllowed, NotFound."""
    check_may_set_up(by)
    return lists.terms(list_id)


def _known(list_id: str, code: str, by: Viewer) -> Term:
    return lists.term_of(reads.own_lists(by.programme), list_id, code)


def _check_label(list_id: str, label: str, code: str, by: Viewer) -> None:
    """Raise Invalid where there is no name, or another term of the list has it."""
    if not label:
        raise Invalid({"label": _("Give it a name.")})
    others = {one.label for one in lists.all_of(reads.own_lists(by.programme), list_id) if one.code != code}
    if label in others:
        raise Invalid({"label": _("There is a term with this name already. Choose another name.")})


def _check_mapping(mapping: Code) -> None:
    """Raise Invalid where the code cannot be one of its system, or nobody says by what right it is used."""
    try:
        system = System(mapping.system)
    except ValueError as unknown:
        raise NotFound(f'There is no coding system "{mapping.system}".') from unknown
    if not mapping.code:
        return
    if wrong := fault(system, mapping.code):
        raise Invalid({"code": _what_to_do(system, wrong)})
    if not mapping.licence:
        raise Invalid({"licence": _("Say by what licence you may use this code.")})


def _what_to_do(system: System, wrong: Fault) -> str:
    if wrong is Fault.CHECK_DIGIT:
        return _(
            "The last digit does not fit the others: a digit is wrong or two are swapped. Copy it again."
        )
    if wrong is Fault.NOT_A_CONCEPT:
        return _("This is the number of a description, not of a concept. Copy the concept’s number.")
    return {
        System.SNOMED_CT: _("A SNOMED CT code has 6 to 18 digits and nothing else."),
        System.LOINC: _("A LOINC code looks like 44249-1: digits, a hyphen, one digit."),
        System.ICD_10: _(
            "An ICD-10 code looks like Z60.2: a capital letter, two signs, perhaps a point and more."
        ),
        System.GRAVITY: _("A Gravity category looks like food-insecurity: small letters and hyphens."),
    }[system]
