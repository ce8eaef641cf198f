"""What does a cell of a contact log say? Days, lengths, yes or no, and words of our lists; nothing is guessed at."""

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache

from django.utils.translation import gettext as _

from linkwork.core.text import fold
from linkwork.instruments import lists
from linkwork.programmes.rules import SiteKind

OTHER = "other"
EARLIEST = dt.date(1990, 1, 1)
YES = {"yes", "y", "true", "1", "x", "first", "first time", "new", "ja", "j", "sant", "ny", "forsta", "oui", "o",
       "vrai", "premier", "premiere", "nouveau", "nouvelle"}  # fmt: skip
NO = {"no", "n", "false", "0", "repeat", "follow up", "follow-up", "followup", "again", "nej", "falskt", "uppfoljning",
      "aterkommande", "non", "faux", "suivi"}  # fmt: skip
MODES = {
    "met": ("face to face", "in person", "visit", "meeting", "möte", "träff", "fysiskt möte", "besök", "rencontre",
            "en personne", "visite"),
    "phone": ("call", "telephone", "phone call", "telefon", "telefonsamtal", "téléphone", "appel"),
    "message": ("text", "sms", "chat", "email", "e-mail", "meddelande", "e-post", "texto", "courriel"),
    "video": ("video call", "online", "videosamtal", "visio", "visioconférence"),
    "accompanied": ("went along", "accompanied visit", "följde med", "accompagnement"),
    "group": ("group", "grupp", "gruppträff", "groupe"),
}  # fmt: skip
SITES = {
    "practice": ("clinic", "health centre", "surgery", "child health clinic", "vårdcentral", "bvc", "clinique"),
    "office": ("head office", "kontor", "bureau"),
    "venue": ("outreach venue", "open preschool", "öppna förskolan", "library", "bibliotek", "school", "skola",
              "bibliothèque", "école"),
    "home": ("at home", "home visit", "hemma", "hembesök", "à domicile", "domicile"),
    "remote": ("by phone", "phone", "online", "distans", "telefon", "à distance", "téléphone"),
}  # fmt: skip


class Fault(Exception):
    """What is wrong with a cell, and what to do about it."""

    def __init__(self, reason: str, what_to_do: str) -> None:
        super().__init__(reason)
        self.reason, self.what_to_do = reason, what_to_do


def day(text: str, today: dt.date, earliest: dt.date = EARLIEST, *, month_first: bool = False) -> dt.date:
    """A day: 2026-03-12, 12.3.2026, or 12/3/2026, which may put the month first. Raises Fault."""
    if not text:
        raise Fault(_("there is no day"), _("Write the day of the contact, as 2026-03-12."))
    found = _day(text, month_first)
    if found is None and re.fullmatch(r"[34]\d{4}", text):
        raise Fault(
            _("“%(text)s” is a number and not a day") % {"text": text},
            _("In the spreadsheet, show this column as a date, and save the file again."),
        )
    if found is None:
        raise Fault(_("“%(text)s” is not a day") % {"text": text}, _("Write it as 2026-03-12."))
    if found > today:
        raise Fault(_("%(day)s lies in the future") % {"day": found}, _("Check the year."))
    if found < earliest:
        raise Fault(_("%(day)s is too long ago") % {"day": found}, _("Check the year."))
    return found


def _day(text: str, month_first: bool) -> dt.date | None:
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?", text):
        parts = [int(part) for part in match.groups()]
    elif match := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text):
        parts = [int(part) for part in reversed(match.groups())]
        if month_first and "/" in text:
            parts[1:] = reversed(parts[1:])
    else:
        return None
    try:
        return dt.date(*parts)
    except ValueError:
        return None


def minutes(text: str) -> int | None:
    """A length in minutes: 45, 45 min, 1:30, 1 h 30. Empty is missing. Raises Fault."""
    if not text:
        return None
    plain = fold(text)
    if match := re.fullmatch(r"(\d+)(?:[.,]0+)?(?: ?(?:m|min|mins|minutes?|minuter))?", plain):
        found = int(match[1])
    elif match := re.fullmatch(r"(\d{1,2}) ?(?::|h|tim) ?(\d{1,2})?(?: ?m(?:in)?)?", plain):
        found = int(match[1]) * 60 + int(match[2] or 0)
    else:
        raise Fault(
            _("“%(text)s” is not a length") % {"text": text}, _("Write the minutes as a number, as 45.")
        )
    if found > 24 * 60:
        raise Fault(
            _("%(text)s is longer than a day") % {"text": text}, _("Write the minutes as a number, as 45.")
        )
    return found


def first(text: str) -> bool | None:
    """Whether the contact was marked as the first one: yes or no in English, Swedish or French. Raises Fault."""
    plain = fold(text)
    if not plain:
        return None
    if plain in YES:
        return True
    if plain in NO:
        return False
    raise Fault(
        _("“%(text)s” is neither yes nor no") % {"text": text}, _("Write yes, no, or leave it empty.")
    )


OwnWords = Mapping[str, Mapping[str, str]]  # of a programme's own lists: by list, a folded word and its code
SHIPPED: OwnWords = {}


def own_words(own: lists.Own) -> OwnWords:
    """The words of the lists a contact log speaks of, as the programme says them."""
    return {
        list_id: {
            fold(word): term.code for term in lists.all_of(own, list_id) for word in (term.code, term.label)
        }
        for list_id in ("contact_modes", "languages", "contact_topics", "support_types")
    }


def mode(text: str, own: OwnWords = SHIPPED) -> str | None:
    """The code of a mode; "other" for a word that is not known: free words do not cross the wall."""
    return _code(text, {**_words("contact_modes", MODES), **own.get("contact_modes", {})})


def site(text: str) -> str | None:
    """The kind of a site, or "other"."""
    return _code(text, {kind.value: kind.value for kind in SiteKind} | _spelt(SITES))


def language(text: str, own: OwnWords = SHIPPED) -> str | None:
    """The code of a language by its code, its English name or its own name, or "other"."""
    return _code(text, {**_words("languages", {}), **own.get("languages", {})})


def topics(text: str, own: OwnWords = SHIPPED) -> tuple[str, ...]:
    """The codes of the topics named, divided by commas, semicolons or bars; "other" for one that is not known."""
    return _codes(text, "contact_topics", own)


def support(text: str, own: OwnWords = SHIPPED) -> tuple[str, ...]:
    """The codes of the kinds of support named."""
    return _codes(text, "support_types", own)


def _codes(text: str, list_id: str, own: OwnWords) -> tuple[str, ...]:
    parts = [part.strip() for part in re.split(r"[;,|]", text)]
    words = {**_words(list_id, {}), **own.get(list_id, {})}
    found = [_code(part, words) for part in parts if part]
    return tuple(dict.fromkeys(code for code in found if code))


def _code(text: str, words: dict[str, str]) -> str | None:
    return words.get(fold(text), OTHER) if text else None


@cache
def _known(list_id: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for term in lists.terms(list_id):
        found |= {fold(term.code): term.code, fold(term.label): term.code}
        if list_id == "languages" and term.hint:
            found[fold(term.hint)] = term.code
    return found


def _words(list_id: str, spelt: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return _spelt(spelt) | _known(list_id)


def _spelt(words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {fold(word): code for code, said in words.items() for word in said}
