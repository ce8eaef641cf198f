"""Every sentence on screen can be read in English and in French; catalogues compile without system tools."""

import os
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.utils import translation

from linkwork.testing import messages
from linkwork.web.shared.catalogue import compile_stale

pytestmark = pytest.mark.rules
NAMED = re.compile(r"%\((\w+)\)[sd]")


@pytest.fixture(scope="module")
def source() -> Catalog:
    return messages.collected()


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_no_sentence_waits(language: str, source: Catalog) -> None:
    assert messages.waiting(language, source) == [], "python -m linkwork.testing.messages, then translate"


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_no_sentence_is_left_over(language: str, source: Catalog) -> None:
    known = {message.id for message in source}
    assert [m.id for m in messages.kept(language) if m.id not in known] == []


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_named_places_are_kept(language: str) -> None:
    for message in messages.kept(language):
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
        names = {name for text in ids for name in NAMED.findall(text)}
        for text in texts:
            assert set(NAMED.findall(text or "")) <= names, f"{language}: {text} names what {ids} does not"


def test_a_waiting_sentence_is_noticed(source: Catalog) -> None:
    extra = Catalog(fuzzy=False)
    extra.add("A sentence nobody has translated.")
    assert messages.waiting("fr", extra) == ["A sentence nobody has translated."]


def test_a_stale_catalogue_is_compiled_once(tmp_path: Path) -> None:
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    po = folder / "django.po"
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "a"\nmsgstr "b"\n', "utf-8"
    )
    assert compile_stale(tmp_path) == ["fr"]
    assert compile_stale(tmp_path) == []
    later = po.stat().st_mtime + 10
    os.utime(po, (later, later))
    assert compile_stale(tmp_path) == ["fr"]


def test_french_is_spoken() -> None:
    with translation.override("fr"):
        assert translation.gettext("Today") == "Aujourd’hui"
