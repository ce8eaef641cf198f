"""Which column of this contact log is which? Guessed from its heading in English, Swedish or French, or told.

A guess is made only where it is the only one; everything else is asked for by name.
"""

import re
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.core.text import fold
from linkwork.extracts.rules.mappings import MUST

NAMES: dict[str, tuple[str, ...]] = {
    "person": (
        "person", "person code", "person id", "client", "client code", "client id", "mother", "mother id",
        "participant", "participant id", "family", "klient", "klientkod", "klient id", "klientnummer", "personkod",
        "mamma", "mamma id", "mor", "kvinna", "deltagare", "deltagarkod", "deltagar id", "familj", "personne",
        "cliente", "mère", "participante", "usager", "usagère", "bénéficiaire", "famille",
        "code client", "code personne",
    ),
    "occurred_on": (
        "date", "day", "contact date", "date of contact", "datum", "dag", "kontaktdatum", "mötesdatum", "besöksdatum",
        "datum för kontakt", "datum för möte", "date du contact", "date de contact", "jour",
    ),
    "worker": (
        "worker", "link worker", "peer supporter", "supporter", "outreach worker", "staff", "medarbetare", "personal",
        "lots", "lotsen", "stödperson", "mentor", "mentormamma", "handläggare", "intervenant", "intervenante",
        "travailleur", "travailleuse", "agente de liaison",
    ),
    "marked_first": (
        "first", "first contact", "first time", "first time contact", "first meeting", "first or repeat",
        "första", "första kontakt", "första kontakten", "första mötet", "första gången", "förstagångskontakt",
        "ny kontakt", "ny klient", "ny eller uppföljning", "första eller uppföljning", "premier", "premier contact",
        "première rencontre", "première fois",
    ),
    "mode": (
        "mode", "how", "contact mode", "mode of contact", "kontaktform", "kontaktsätt", "kontaktväg", "mötesform",
        "hur", "mode de contact", "moyen", "comment",
    ),
    "site_kind": (
        "venue", "place", "site", "where", "setting", "plats", "mötesplats", "ställe", "var", "lieu", "endroit", "où",
    ),
    "language": ("language", "language used", "språk", "samtalsspråk", "langue", "langue utilisée"),
    "minutes": (
        "minutes", "duration", "length", "duration minutes", "duration in minutes", "minuter", "antal minuter", "längd",
        "längd minuter", "tid min", "tid minuter", "tid i minuter", "varaktighet", "durée", "durée minutes",
        "durée en minutes",
    ),
    "topics": (
        "topic", "topics", "about", "subject", "ämne", "ämnen", "samtalsämne", "samtalsämnen", "innehåll", "tema",
        "sujet", "sujets", "thème", "thèmes",
    ),
    "support": (
        "support", "support type", "type of support", "kind of support", "stöd", "stödform", "typ av stöd", "soutien",
        "type de soutien",
    ),
}  # fmt: skip
# A heading that may be the person's number or the row's own: taken where nothing else is the person.
PERHAPS = {"person": ("id", "code", "kod")}
NOTHING: Mapping[str, str] = {}
_KNOWN = {fold(word): field for field, words in NAMES.items() for word in words}


def columns_of(header: Sequence[str], told: Mapping[str, str], file: str) -> dict[str, str]:
    """Field by field the column that holds it. `told` maps a column to a field and goes before every guess.

    Raises Refused where the log's people or days cannot be found, or two columns could be the same thing.
    """
    found = _told(header, told, file)
    for column in header:
        field = _KNOWN.get(_plain(column))
        if field is None or column in told or field in _fields(told):
            continue
        if field in found:
            raise Refused(
                _(
                    "%(file)s has two columns for “%(field)s”: %(one)s and %(other)s."
                    " Say which: --map “%(one)s=%(field)s”."
                )
                % {"file": file, "field": field, "one": found[field], "other": column}
            )
        found[field] = column
    found |= _perhaps(header, found, told)
    missing = [field for field in MUST if field not in found]
    if missing:
        raise Refused(
            _("%(file)s: no column was recognised for %(missing)s. Its columns are: %(found)s. Say which one it is, "
              "for example: --map “%(example)s=%(field)s”.")
            % {
                "file": file,
                "missing": ", ".join(missing),
                "found": ", ".join(column for column in header if column),
                "example": header[0],
                "field": missing[0],
            }
        )  # fmt: skip
    return found


def guessed(header: Sequence[str]) -> dict[str, str]:
    """Field by field the column that its heading says; the first of two that could be the same. Nothing is refused."""
    found: dict[str, str] = {}
    for column in header:
        if field := _KNOWN.get(_plain(column)):
            found.setdefault(field, column)
    return found | _perhaps(header, found)


def mapped(header: Sequence[str], columns: Mapping[str, str], file: str) -> dict[str, str]:
    """The columns of a mapping, which must all be there. Raises Refused naming those that are gone."""
    gone = [column for column in columns.values() if column not in header]
    if gone:
        raise Refused(
            _("%(file)s lacks columns that the mapping reads: %(gone)s. Its columns are: %(found)s.")
            % {
                "file": file,
                "gone": ", ".join(gone),
                "found": ", ".join(column for column in header if column),
            }
        )
    return dict(columns)


def _perhaps(
    header: Sequence[str], found: Mapping[str, str], told: Mapping[str, str] = NOTHING
) -> dict[str, str]:
    """Columns that may well be what is still missing: only where no second one may be it too."""
    guesses = {}
    for field, words in PERHAPS.items():
        columns = [column for column in header if _plain(column) in words and column not in told]
        if field not in found and len(columns) == 1:
            guesses[field] = columns[0]
    return guesses


def _told(header: Sequence[str], told: Mapping[str, str], file: str) -> dict[str, str]:
    for column, field in told.items():
        if column not in header:
            raise Refused(
                _("%(file)s has no column “%(column)s”. Its columns are: %(found)s.")
                % {"file": file, "column": column, "found": ", ".join(one for one in header if one)}
            )
        if field not in NAMES:
            raise Refused(
                _("“%(field)s” is no field of a contact log. Fields are: %(known)s.")
                % {"field": field, "known": ", ".join(NAMES)}
            )
    return {field: column for column, field in told.items()}


def _fields(told: Mapping[str, str]) -> set[str]:
    return set(told.values())


def _plain(column: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(column)))
