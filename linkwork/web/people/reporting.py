"""The practice report in plain words: each number with what it means and the list it opens."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework import reads as casework
from linkwork.casework.reads import Done, Span
from linkwork.connections import reads
from linkwork.connections.rules import Kind, SignpostState, State
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import reads as programmes
from linkwork.web.connect.words import KINDS, STATES
from linkwork.web.people import words
from linkwork.web.people.counting import list_of

SAME = {"met_first": "first"}  # who was met for the first time: as good as the first contacts of a case
SIGNPOSTS = {
    SignpostState.GIVEN: gettext_lazy("not followed up yet"),
    SignpostState.FOLLOWED_UP: gettext_lazy("followed up"),
}


@dataclass(frozen=True)
class Row:
    """One row of a table: its name and its values, the first of which a list may stand behind.

    For what leaves the house: rows of one `same` are as good as the same number wherever they stand; rows of one
    `adds_up` add up to a number printed elsewhere; a row that `follows` another counts no people of its own.
    """

    name: str
    values: tuple[int | None, ...]
    url: str = ""
    same: str = ""
    adds_up: str = ""
    follows: str = ""


@dataclass(frozen=True)
class Part:
    """One table of the report with what it means. The first value of each row is what small numbers are hidden by.

    `parts`: the rows are parts of a total that another table prints.
    """

    title: str
    definition: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    hides: bool = False
    parts: bool = True


def report(viewer: Viewer, span: Span) -> list[Part]:
    """The practice report: who came, who was met, what was done, what came of it. Nine questions."""
    done = casework.practice(viewer, reads.own_span(viewer, span))
    people = reads.activity(viewer, span)
    parts = [
        _people(people, span),
        _sources(viewer, span),
        _contacts(done),
        _grouped(_("By month"), done.rows, lambda row: row.month, _month),
        _grouped(_("By place"), done.rows, lambda row: row.site_id, _names(programmes.sites(viewer))),
        _connections(viewer, span),
    ]
    if viewer.has(Role.MANAGER):
        named = _names(programmes.workers(viewer))
        parts.insert(5, _grouped(_("By worker"), done.rows, lambda row: row.worker_id, named))
    return parts


def _people(people: Mapping[str, int], span: Span) -> Part:
    named = {
        "referred": _("Referred in these days"),
        "unanswered": _("Of these, waiting for an answer now"),
        "met_first": _("Met for the first time"),
        "met_again": _("Met again, not for the first time"),
        "made": _("Connected to something"),
        "known": _("Connected, outcome known"),
    }
    rows = tuple(
        Row(said, (people[name],), list_of(span, name), same=SAME.get(name, ""))
        for name, said in named.items()
    )
    definition = _(
        "Different people, each once in a row. Met: a contact in which somebody reached them. Known: helped, helped "
        "partly or did not help."
    )
    return Part(_("People"), definition, (_("People"),), rows, parts=False)


def _sources(viewer: Viewer, span: Span) -> Part:
    found = casework.sources(viewer, reads.own_span(viewer, span))
    rows = tuple(
        Row(words.label("referral_sources", source), (number,), list_of(span, f"source:{source}"))
        for source, number in sorted(found.items(), key=lambda pair: -pair[1])
    )
    definition = _(
        "Different people by where the referral came from; somebody referred twice may stand in two rows."
    )
    return Part(_("Where they came from"), definition, (_("People"),), rows)


def _contacts(done: casework.Practice) -> Part:
    def total(name: str) -> int:
        return sum(getattr(row, name) for row in done.rows)

    rows = (
        Row(_("Contacts"), (done.contacts,), same="contacts"),
        Row(_("First of a person’s case, by the record"), (done.first,), same="first", adds_up="contacts"),
        Row(_("Repeat"), (done.contacts - done.first,), adds_up="contacts"),
        Row(_("Attempts nobody answered"), (total("attempts"),)),
        Row(_("Minutes with the person"), (total("with_person"),), follows="contacts"),
        Row(_("Minutes without: travel and administration"), (total("without"),), follows="contacts"),
        Row(_("Contacts whose length nobody noted"), (total("not_said"),)),
    )
    definition = _("A contact reached the person. What nobody noted is counted as missing, never as nought.")
    return Part(_("Contacts"), definition, (_("Number"),), rows, parts=False)


def _grouped(
    title: str, rows: Iterable[Done], key: Callable[[Done], Any], name: Callable[[Any], str]
) -> Part:
    sums: dict[Any, list[int]] = {}
    for row in rows:
        held = sums.setdefault(key(row), [0, 0, 0])
        for place, value in enumerate((row.contacts, row.with_person, row.without)):
            held[place] += value
    ordered = sorted(sums.items(), key=lambda pair: (pair[0] is None, str(pair[0])))
    columns = (_("Contacts"), _("Minutes with"), _("Minutes without"))
    made = tuple(Row(name(one), tuple(values)) for one, values in ordered)
    return Part(title, _("Contacts that reached the person, and minutes as noted."), columns, made)


def _month(month: dt.date) -> str:
    return date_format(month, "F Y")


def _names(cards: Iterable[Any]) -> Callable[[Any], str]:
    known = {card.id: card.name for card in cards}
    return lambda one: known.get(one, "") or _("not said")


def _connections(viewer: Viewer, span: Span) -> Part:
    rows = tuple(
        Row(
            _("%(kind)s, %(state)s") % {"kind": KINDS[Kind(one.kind)], "state": _state(one)},
            (one.number, one.people),
            list_of(span, f"state:{one.kind}:{one.state}"),
        )
        for one in reads.made(viewer, span)
    )
    definition = _("Made in these days, by where they stand now. A draft does not count.")
    return Part(_("Connections"), definition, (_("Connections"), _("People")), rows)


def _state(one: reads.Made) -> str:
    if one.kind == Kind.SIGNPOST:
        return str(SIGNPOSTS[SignpostState(one.state)])
    return str(STATES[State(one.state)])
