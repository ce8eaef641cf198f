"""Do the style sheets and scripts keep the house's promises: everything inside, nothing sided, nothing huge?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2]
SHEETS = sorted((WEB / "static" / "css").glob("*.css"))
SCRIPTS = sorted((WEB / "static" / "js").glob("*.js"))
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
SIDED = re.compile(
    r"(?:margin|padding|border)-(?:left|right|top|bottom)\b|(?<![\w-])(?:left|right|width|height)\s*:"
)
MEDIA = re.compile(r"@media[^{]*\{")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_sheets_know_no_left_or_right(sheet):
    assert SIDED.findall(MEDIA.sub("", sheet.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", [*SHEETS, *SCRIPTS, *TEMPLATES], ids=lambda path: path.name)
def test_nothing_is_fetched_from_elsewhere(path):
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/", "")
    assert not re.search(r"""(?:src|href|url|import|fetch)\s*[=(]?\s*["'(]*(?:https?:)?//""", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_carry_no_inline_style_or_script(template):
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son\w+=\"|<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_small_and_ask_nobody_to_confirm(script):
    text = script.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 200
    assert not re.search(r"\b(?:confirm|alert|eval)\(|innerHTML", text)


@pytest.mark.parametrize(
    "template", sorted((WEB / "templates/components").glob("*.html")), ids=lambda path: path.name
)
def test_every_component_begins_by_showing_its_use(template):
    assert template.read_text(encoding="utf-8").startswith("{#-")
