"""Which of our words is a word of this log? Told first, then as the programme says it, then what is known."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from babel import Locale
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override, to_locale

from linkwork.core.errors import Refused
from linkwork.core.text import fold
from linkwork.exchange.sheets.log_values import Fault
from linkwork.extracts.rules.mappings import EMPTY, NO, OTHER, WORD_FIELDS, YES, Words
from linkwork.instruments import lists
from linkwork.instruments.lists import Term
from linkwork.programmes.rules import SiteKind

SAYS_YES = {"yes", "y", "true", "1", "x", "first", "first time", "first contact", "first meeting", "new", "new client",
            "ja", "j", "sant", "ny", "nytt", "ny kontakt", "ny klient", "forsta", "1:a", "forsta kontakt",
            "forsta kontakten", "forsta gangen", "forsta motet", "forstagangskontakt", "oui", "o", "vrai", "premier",
            "premier contact", "premiere", "premiere fois", "premiere rencontre", "nouveau", "nouvelle"}  # fmt: skip
SAYS_NO = {"no", "n", "false", "0", "repeat", "repeat contact", "follow up", "follow-up", "followup", "again",
           "returning", "nej", "falskt", "uppfoljning", "uppfoljande", "uppfoljningskontakt", "aterkommande",
           "aterbesok", "aterkontakt", "fortsatt", "fortsatt kontakt", "pagaende", "non", "faux", "suivi"}  # fmt: skip
MODES = {
    "met": ("face to face", "in person", "visit", "meeting", "möte", "träff", "fysiskt", "fysiskt möte", "besök",
            "personligt möte", "rencontre", "en personne", "visite"),
    "phone": ("call", "telephone", "phone call", "telefon", "telefonsamtal", "telefonkontakt", "téléphone", "appel"),
    "message": ("text", "sms", "chat", "chatt", "email", "e-mail", "whatsapp", "meddelande", "mejl", "e-post", "texto",
                "courriel"),
    "video": ("video call", "online", "videosamtal", "digitalt", "digitalt möte", "visio", "visioconférence"),
    "accompanied": ("went along", "accompanied visit", "följde med", "medföljande", "ledsagning", "accompagnement"),
    "group": ("group", "grupp", "gruppträff", "gruppaktivitet", "groupe"),
}  # fmt: skip
SITES = {
    "practice": ("clinic", "health centre", "surgery", "child health clinic", "vårdcentral", "vårdcentralen", "bvc",
                 "barnavårdscentral", "barnavårdscentralen", "clinique"),
    "office": ("head office", "kontor", "kontoret", "bureau"),
    "venue": ("outreach venue", "open preschool", "öppen förskola", "öppna förskolan", "familjecentral",
              "familjecentralen", "library", "bibliotek", "biblioteket", "school", "skola", "skolan", "förskola",
              "förskolan", "kyrka", "kyrkan", "bibliothèque", "école"),
    "home": ("at home", "home visit", "hemma", "hemma hos", "i hemmet", "hembesök", "à domicile", "domicile"),
    "remote": ("by phone", "phone", "online", "distans", "på distans", "telefon", "à distance", "téléphone"),
}  # fmt: skip
SUPPORT = {
    "informative": ("information", "informativt stöd"),
    "practical": ("practical help", "praktiskt stöd", "praktisk hjälp"),
    "psychosocial": ("psykosocialt stöd", "emotional support", "emotionellt stöd"),
    "motivational": ("motivation", "motiverande", "motiverande stöd"),
}
TONGUES = {"fa": ("farsi",), "ku": ("kurmanji",), "ckb": ("sorani",), "zh": ("mandarin",)}
SPELT: Mapping[str, Mapping[str, tuple[str, ...]]] = {"mode": MODES, "support": SUPPORT, "language": TONGUES}
LISTS = {
    "mode": "contact_modes",
    "language": "languages",
    "topics": "contact_topics",
    "support": "support_types",
}
SEVERAL = ("topics", "support")  # a cell may hold several words
MOST_UNKNOWN = 1000  # of one log, that memory does not grow with free text

OwnWords = Mapping[str, Mapping[str, str]]  # of a programme's own lists: by list, a folded word and its code
SHIPPED: OwnWords = {}
folded = lru_cache(4096)(fold)


def own_words(own: lists.Own) -> OwnWords:
    """The words of the lists a contact log speaks of, as the programme says them."""
    return {
        list_id: {
            fold(word): term.code for term in lists.all_of(own, list_id) for word in (term.code, term.label)
        }
        for list_id in LISTS.values()
    }


class LogWords:
    """The words of one log on their way to codes. It remembers which known ones it met.

    `missed`: the fields whose words were not known since the list was emptied. Raises Refused where `told` names a code
    that is none of ours.
    """

    def __init__(self, own: OwnWords = SHIPPED, told: Words | None = None) -> None:
        told = told or {}
        self._codes = {
            name: {**_known(name), **own.get(LISTS.get(name, ""), {})}
            | {fold(word): code for word, code in told.get(name, {}).items()}
            for name in WORD_FIELDS
        }
        for name, words in told.items():
            known = {*_known(name).values(), *own.get(LISTS.get(name, ""), {}).values(), EMPTY}
            known |= set() if name == "marked_first" else {OTHER}
            if strange := sorted({*words.values()} - known):
                raise Refused(
                    _("“%(code)s” is no word of ours for “%(field)s”.") % {"code": strange[0], "field": name}
                )
        self._met: dict[str, dict[str, tuple[str, str]]] = {}
        self.missed: list[str] = []

    @property
    def met(self) -> dict[str, dict[str, str]]:
        """The known words that came up, field by field, each with its code."""
        return {name: dict(words.values()) for name, words in self._met.items()}

    def code(self, name: str, word: str) -> str | None:
        """The code of one word; None where it is not known."""
        return self._codes[name].get(folded(word))

    def one(self, name: str, text: str) -> str | None:
        """The code of a cell, "other" for a word that is not known: free words do not cross the wall."""
        if not text:
            return None
        plain = folded(text)
        code = self._codes[name].get(plain)
        if code is None:
            self.missed.append(name)
            return OTHER
        self._met.setdefault(name, {}).setdefault(plain, (text, code))
        return code or None

    def several(self, name: str, text: str) -> tuple[str, ...]:
        """The codes of a cell that may hold several words."""
        found = [self.one(name, word) for word in words_of(name, text)]
        return tuple(dict.fromkeys(code for code in found if code))

    def first(self, text: str) -> bool | None:
        """Whether the contact was marked as the first one. Raises Fault."""
        if not text:
            return None
        if self.code("marked_first", text) is None:
            raise _neither(text)
        code = self.one("marked_first", text)
        return None if code is None else code == YES


def yes_or_no(text: str) -> bool | None:
    """What a cell says in English, Swedish or French; None where it is empty. Raises Fault."""
    plain = fold(text)
    if plain and plain not in _known("marked_first"):
        raise _neither(text)
    return _known("marked_first")[plain] == YES if plain else None


def _neither(text: str) -> Fault:
    return Fault(
        _("“%(text)s” is neither yes nor no") % {"text": text}, _("Write yes, no, or leave it empty.")
    )


def words_of(name: str, text: str) -> list[str]:
    """The words of a cell: of some fields divided by commas, semicolons or bars."""
    parts = re.split(r"[;,|]", text) if name in SEVERAL else [text]
    return [part.strip() for part in parts if part.strip()]


@cache
def _known(name: str) -> dict[str, str]:
    if name == "marked_first":
        return dict.fromkeys(SAYS_YES, YES) | dict.fromkeys(SAYS_NO, NO)
    if name == "site_kind":
        return {kind.value: kind.value for kind in SiteKind} | _spelt(SITES)
    found = _spelt(SPELT.get(name, {}))
    terms = lists.terms(LISTS[name])
    for term in terms:
        found |= {fold(term.code): term.code, fold(term.label): term.code}
        if name == "language" and term.hint:
            found[fold(term.hint)] = term.code
    return {**_elsewhere(name, terms), **found}


def _elsewhere(name: str, terms: Sequence[Term]) -> dict[str, str]:
    """What the terms are called on our pages in every language; a language also as each of these languages calls it.

    A word that is two terms is neither.
    """
    said: dict[str, set[str]] = {}
    for code, _called in (*settings.LANGUAGES, *settings.PUBLIC_LANGUAGES):
        names = Locale.parse(to_locale(code)).languages if name == "language" else {}
        with override(code):
            for term in terms:
                for word in (_(term.label), names.get(term.code, "")):
                    said.setdefault(fold(word), set()).add(term.code)
    return {word: codes.pop() for word, codes in said.items() if word and len(codes) == 1}


def _spelt(words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {fold(word): code for code, said in words.items() for word in said}
