"""What does this file of referrals say, row by row?

One row is one referral. A good row goes in; one that cannot be taken comes back with its number, what is wrong and
what to do. The same row again, or one with the same number of its own, changes nothing.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails, Urgency
from linkwork.casework.rules.referrals import Care, Door
from linkwork.core.errors import Invalid
from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.exchange.sheets import log_values
from linkwork.exchange.sheets.headings import Headings
from linkwork.exchange.sheets.list_words import ListWords
from linkwork.exchange.sheets.log_values import Fault
from linkwork.exchange.sheets.log_words import yes_or_no
from linkwork.exchange.sheets.table import Sheet, SheetRow
from linkwork.programmes.reads import own_lists

HEADINGS = Headings(
    {
        "given_name": ("name", "first name", "given name", "forename", "namn", "förnamn", "prénom", "nom complet"),
        "family_name": ("family name", "last name", "surname", "efternamn", "nom", "nom de famille"),
        "phone": ("phone", "telephone", "mobile", "phone number", "telefon", "mobil", "téléphone", "portable"),
        "email": ("email", "e mail", "mail", "e post", "epost", "courriel"),
        "born": ("born", "date of birth", "year of birth", "birth year", "dob", "född", "födelseår", "né e le",
                 "date de naissance", "année de naissance"),
        "language": ("language", "språk", "langue"),
        "interpreter": ("interpreter", "tolk", "interprète"),
        "area": ("area", "address", "neighbourhood", "adress", "område", "adresse", "quartier"),
        "source": ("source", "comes from", "referral source", "källa", "provenance"),
        "wants": ("wants", "reason", "reason for referral", "notes", "what they want", "önskar", "orsak", "motif",
                  "souhait"),
        "needs": ("need", "needs", "topics", "behov", "besoin", "besoins"),
        "urgency": ("urgency", "priority", "brådska", "prioritet", "urgence", "priorité"),
        "urgency_reason": ("urgency reason", "why urgent"),
        "agreed": ("agreed", "consent", "consented", "samtycke", "accord", "consentement"),
        "safety": ("safety", "risks", "säkerhet", "sécurité", "risques"),
        "reach_when": ("best time", "when to call", "bästa tid", "meilleur moment"),
        "referrer_name": ("referrer", "referred by", "referrer name", "remitterad av", "adressé par"),
        "referrer_organisation": ("organisation", "organization", "practice", "vårdcentral", "organisme", "cabinet"),
        "referrer_email": ("referrer email", "referrer e mail"),
        "referrer_contact": ("referrer phone", "referrer contact"),
        "received_on": ("received", "received on", "date", "referral date", "datum", "reçu le"),
        "outside_id": ("id", "number", "reference", "referral id", "nummer", "numéro", "référence"),
    },
    ("given_name",),
)  # fmt: skip
URGENT = {
    Urgency.URGENT: {"urgent", "high", "asap", "akut", "hög", "brådskande", "haute"},
    Urgency.SOON: {"soon", "this week", "medium", "snart", "medel", "bientôt", "moyenne"},
    Urgency.ROUTINE: {"", "routine", "normal", "low", "låg", "basse", "when you can"},
}


@dataclass(frozen=True)
class RefusedReferral:
    """A row that did not go in: its number, its cells as they were, what is wrong and what to do, column by column."""

    row: int
    cells: tuple[str, ...]
    faults: tuple[tuple[str, str, str], ...]


@dataclass
class Taken:
    """What became of a file: how many rows went in, how many were here before, which could not be taken."""

    name: str
    header: tuple[str, ...]
    columns: dict[str, str]
    taken: list[UUID] = field(default_factory=list)
    known: int = 0
    refused: list[RefusedReferral] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """All rows below the header that hold anything."""
        return len(self.taken) + self.known + len(self.refused)

    def refused_table(self) -> tuple[list[str], list[Sequence[str]]]:
        """The refused rows as a table to put right and bring in again, with the reasons at the end."""
        header = [*self.header, "row", "what is wrong", "what to do"]
        rows: list[Sequence[str]] = [
            [
                *one.cells,
                str(one.row),
                "; ".join(f"{column}: {reason}" for column, reason, _todo in one.faults),
                " ".join(dict.fromkeys(todo for _column, _reason, todo in one.faults)),
            ]
            for one in self.refused
        ]
        return header, rows


def take_in(
    sheet: Sheet, *, by: Viewer, at: dt.datetime, told: Mapping[str, str] | None = None, system: str = "file"
) -> Taken:
    """Take in every good row as a referral that waits. Raises Refused where the columns cannot be told, NotAllowed.

    `told` maps a column to a field where the heading does not say; `system` names whose numbers the rows carry.
    """
    done = Taken(sheet.name, sheet.header, HEADINGS.columns(sheet.header, told or {}, sheet.name))
    words = ListWords(own_lists(by.programme))
    today = timezone.localdate(at)
    read = [(row, _read(row, done.columns, today, words)) for row in sheet.rows]
    ids = [_number(values) for _row, values in read if isinstance(values, dict)]
    here = reads.known_outside(by, system, ids)
    for row, values in read:
        if not isinstance(values, dict):
            _refuse(done, row, values)
        elif _number(values) in here:
            done.known += 1
        else:
            here.add(_number(values))
            _receive(done, row, values, system, by, at)
    return done


def _receive(
    done: Taken, row: SheetRow, values: dict[str, Any], system: str, by: Viewer, at: dt.datetime
) -> None:
    try:
        done.taken.append(actions.receive_referral(**_said(values, system), by=by, at=at))
    except Invalid as refusal:
        faults = [
            (name, reason, _("Put it right and bring the row in again."))
            for name, reason in refusal.errors.items()
        ]
        _refuse(done, row, faults)


def _refuse(done: Taken, row: SheetRow, faults: Sequence[tuple[str, str, str]]) -> None:
    cells = tuple(row.cells.get(column, "") for column in done.header)
    done.refused.append(RefusedReferral(row.number, cells, tuple(faults)))


def _read(
    row: SheetRow, columns: Mapping[str, str], today: dt.date, words: ListWords
) -> dict[str, Any] | list[tuple[str, str, str]]:
    values: dict[str, Any] = dict.fromkeys(HEADINGS.names, "")
    faults = []
    for name, column in columns.items():
        try:
            values[name] = _reader(name, today, words)(row.cells.get(column, ""))
        except Fault as fault:
            faults.append((column, fault.reason, fault.what_to_do))
    if not faults and not values["phone"] and not values["email"]:
        column = columns.get("phone", columns["given_name"])
        faults.append(
            (column, _("there is no way to reach them"), _("Write a phone number or an e-mail address."))
        )
    return faults or values


def _reader(name: str, today: dt.date, words: ListWords) -> Callable[[str], object]:
    special: dict[str, Callable[[str], object]] = {
        "given_name": _name,
        "email": _mail,
        "referrer_email": _mail,
        "born": lambda text: _born(text, today),
        "language": lambda text: _language(text, words),
        "source": lambda text: words.code("referral_sources", text) or "other",
        "needs": lambda text: _needs(text, words),
        "urgency": _urgency,
        "interpreter": yes_or_no,
        "agreed": yes_or_no,
        "received_on": lambda text: log_values.day(text, today) if text else None,
    }
    return special.get(name, lambda text: text)


def _name(text: str) -> str:
    if not text:
        raise Fault(_("there is no name"), _("Write a name, or what they are called."))
    return text


def _mail(text: str) -> str:
    try:
        if text:
            validate_email(text)
    except ValidationError as wrong:
        raise Fault(
            _("“%(text)s” is no e-mail address") % {"text": text}, _("Write it as name@example.org.")
        ) from wrong
    return text


def _born(text: str, today: dt.date) -> int | dt.date | None:
    if not text:
        return None
    if re.fullmatch(r"\d{4}", text):
        return int(text)
    return log_values.day(text, today, earliest=dt.date(1900, 1, 1))


def _urgency(text: str) -> Urgency:
    plain = fold(text)
    for urgency, said in URGENT.items():
        if plain in {fold(word) for word in said}:
            return urgency
    raise Fault(
        _("“%(text)s” is no urgency") % {"text": text}, _("Write routine, soon or urgent, or leave it empty.")
    )


def _needs(text: str, words: ListWords) -> list[str]:
    parts = [part.strip() for part in re.split(r"[;,|]", text) if part.strip()]
    return list(dict.fromkeys(words.code("needs", part) or "other" for part in parts))


def _language(text: str, words: ListWords) -> str:
    code = words.code("languages", text)
    if text and not code:
        raise Fault(
            _("“%(text)s” is in no list") % {"text": text}, _("Write its name in English, or leave it empty.")
        )
    return code


def _number(values: Mapping[str, Any]) -> str:
    """The row's own number; without one, a mark of what it says, so that the same row is known again."""
    if values["outside_id"]:
        return str(values["outside_id"])
    parts = (values[name] for name in ("given_name", "family_name", "phone", "email", "received_on", "wants"))
    return hashlib.sha256("\n".join(fold(str(part or "")) for part in parts).encode()).hexdigest()[:32]


def _said(values: Mapping[str, Any], system: str) -> dict[str, Any]:
    born, day = values["born"], values["received_on"]
    return {
        "details": PersonDetails(
            given_name=values["given_name"],
            family_name=values["family_name"],
            phone=values["phone"],
            email=values["email"],
            language=values["language"],
            interpreter=bool(values["interpreter"]),
            born_year=born if isinstance(born, int) else None,
            born_on=born if isinstance(born, dt.date) else None,
            area=values["area"],
        ),
        "source": values["source"] or "other",
        "wants": values["wants"],
        "needs": values["needs"] or (),
        "urgency": values["urgency"] or Urgency.ROUTINE,
        "urgency_reason": values["urgency_reason"],
        "agreed": values["agreed"] if isinstance(values["agreed"], bool) else None,
        "care": Care(reach_when=values["reach_when"], safety=values["safety"]),
        "referrer_name": values["referrer_name"],
        "referrer_organisation": values["referrer_organisation"],
        "referrer_email": values["referrer_email"],
        "referrer_contact": values["referrer_contact"],
        "door": Door.FILE,
        "outside": (system, _number(values)),
        "received_at": _noon(day) if day else None,
    }


def _noon(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
