"""The languages the site speaks, and the folder each stands in: the main one at the top, each other in its own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.conf import settings
from django.utils import translation

NAMES = {"en": "English", "fr": "Français", "sv": "Svenska", "ar": "العربية", "zh-hans": "简体中文"}
RIGHT_TO_LEFT = {"ar", "fa", "ur", "ckb", "ps", "he"}
WHOLE = tuple(code for code, _name in settings.LANGUAGES)
EVERY = (*WHOLE, *(code for code, _name in settings.PUBLIC_LANGUAGES))


def folder_of(code: str, languages: Sequence[str]) -> str:
    """ "" for the main language, "ar/" for another."""
    return "" if code == languages[0] else f"{code}/"


def direction(code: str) -> str:
    """Which way the language runs: "ltr" or "rtl"."""
    return "rtl" if code.split("-")[0] in RIGHT_TO_LEFT else "ltr"


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """The site's own words in `code` for a while."""
    with translation.override(code):
        yield
