"""The sentences on screen: collected from Python, templates and lists, and kept in one catalogue a language.

`python -m linkwork.testing.messages` brings the catalogues up to date and says what still waits for a translator.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from django.utils.translation import to_locale

from linkwork.testing.house import PACKAGE

LOCALE = PACKAGE / "locale"
LANGUAGES = ("en", "fr")
PUBLIC_LANGUAGES = ("sv", "ar", "zh-hans")
# What somebody without an account may read, and what stands around it.
PUBLIC_PLACES = re.compile(
    r"web/(templates/)?(refer|reply|mine|alongside|advise)/|web/(templates/)?\w+/mine(/|\.)|web/connect/own_page|web/templates/(base_public|skeleton)"
    r"|web/templates/components/(foot|notice|field|error_summary|button|steps|card|empty|nav|quote|list|stage)|web/templates/portraits/timeline"
    r"|evaluation/portraits/(access|actions/reviews|actions/parts/checks)"
    r"|web/(templates/)?measures/(questions|language)"
    r"|instruments/data/measures/(phq-9|gad-7|ucla-3|loneliness-direct|ons4)"
    r"|web/templates/errors/404|web/shared/(days|forms|carrying_out|catalogue)|connections/access|casework/access"
    r"|exchange/(mail|site|pictures)/|exchange/words|exchange/typst/(portrait|slides)"
    r"|instruments/data/lists/(needs|languages|referral_sources|contact_topics|contact_modes|support_types)"
    r"|instruments/data/indicators|evaluation/indicators/(reads/|group_words|labels)|evaluation/portraits/reads/evidence"
)
# The command line and the demonstration speak English; tests speak to us.
LEFT_OUT = {"tests", "testing", "demo", "migrations"}
SENTENCES = ("sentence", "sentence_one", "sentence_of_one")
SHOWN_IN_LISTS = ("label", "hint", "title", "why", *SENTENCES, "words", "missing_rule")
KEYWORDS: Any = {
    "_": None,
    "said_now": None,  # beside `gettext_lazy as _`
    "sentence": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
Message = tuple[int, str, str, list[str]]


def words_of_lists(file: IO[bytes], keywords: Any, tags: Any, options: Any) -> Iterator[Message]:
    """Babel's extractor for our lists: every value under a key that people read."""
    found: list[str] = []
    _collect(json.load(file), found.append)
    yield from ((1, "gettext", text, []) for text in dict.fromkeys(found))


def _collect(value: Any, keep: Callable[[str], None]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in SHOWN_IN_LISTS and isinstance(inner, str) and inner:
                keep(inner)
            _collect(inner, keep)
    elif isinstance(value, list):
        for inner in value:
            _collect(inner, keep)


METHODS: list[tuple[str, Any]] = [
    ("**.py", "python"),
    ("web/templates/**.html", "jinja2"),
    ("exchange/site/templates/**.html", "jinja2"),
    ("instruments/data/lists/**.json", words_of_lists),
    ("instruments/data/indicators/**.json", words_of_lists),
    ("instruments/data/measures/**.json", words_of_lists),
    ("instruments/data/plans/**.json", words_of_lists),
]
OPTIONS = {
    "web/templates/**.html": {"extensions": "jinja2.ext.i18n", "trimmed": "true", "newstyle_gettext": "true"}
}


def collected() -> Catalog:
    """Every sentence a page can show, with the places it stands in."""
    catalogue = Catalog(project="Linkwork", charset="utf-8", fuzzy=False)
    rows: Iterable[Any] = extract_from_dir(
        PACKAGE, METHODS, OPTIONS, keywords=KEYWORDS, comment_tags=["Translators:"], strip_comment_tags=True,
        directory_filter=lambda folder: Path(folder).name not in LEFT_OUT,
    )  # fmt: skip
    for name, _line, message, comments, context in rows:
        places: Any = [(name, None)]  # Babel writes no line number for None
        catalogue.add(message, None, places, auto_comments=comments, context=context)
    return catalogue


def public(source: Catalog) -> Catalog:
    """Those sentences of `source` that pages without an account show."""
    chosen = Catalog(project="Linkwork", charset="utf-8", fuzzy=False)
    for message in source:
        if message.id and any(PUBLIC_PLACES.match(place) for place, _line in message.locations):
            chosen[message.id] = deepcopy(message)
    return chosen


def sources() -> dict[str, Catalog]:
    """Every language with the sentences it has to have."""
    whole = collected()
    part = public(whole)
    return dict.fromkeys(LANGUAGES, whole) | dict.fromkeys(PUBLIC_LANGUAGES, part)


def path_of(language: str) -> Path:
    """Where a language's catalogue lies."""
    return LOCALE / to_locale(language) / "LC_MESSAGES" / "django.po"


def kept(language: str) -> Catalog:
    """A language's catalogue as it is kept; an empty one where there is none yet."""
    path = path_of(language)
    if not path.exists():
        return Catalog(
            locale=to_locale(language),
            charset="utf-8",
            fuzzy=False,
            header_comment="# The sentences of Linkwork.",
        )
    with path.open("rb") as file:
        return read_po(file, locale=to_locale(language))


def waiting(language: str, source: Catalog) -> list[str]:
    """The sentences of `source` that `language` does not have yet, or only as a guess."""
    catalogue = kept(language)
    missing = []
    for message in source:
        if not message.id:
            continue
        here = catalogue.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
        words = here.string if here else ""
        whole = all(words) if isinstance(words, tuple | list) else bool(words)
        if here is None or here.fuzzy or not whole:
            missing.append(str(message.id))
    return missing


def renew(language: str, source: Catalog) -> None:
    """Bring one catalogue up to date: new sentences wait, gone ones go. English is the sentences themselves."""
    catalogue = kept(language)
    catalogue.update(deepcopy(source), no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    if language == "en":
        for message in catalogue:
            if message.id:
                message.string = message.id
                message.flags.discard("fuzzy")  # set where a sentence has gained a plural
    out = BytesIO()
    write_po(out, catalogue, width=100, sort_output=True, omit_header=False, include_lineno=False)
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    path_of(language).write_bytes(out.getvalue())


def main() -> None:
    """Renew each catalogue and say what waits."""
    for language, source in sources().items():
        renew(language, source)
        left = waiting(language, source)
        print(f"{language}: {len(source)} sentences, {len(left)} wait for a translator")  # noqa: T201


if __name__ == "__main__":
    main()
