"""The portrait on paper: it is a PDF, says what is withheld, and takes nobody's text for a command."""

import datetime as dt
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, OPEN_WORDS, World, say
from linkwork.exchange.typst import compiling
from linkwork.exchange.typst.portrait import portrait_data, portrait_pdf
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON, Cast

__all__ = ["world"]
TODAY = dt.date(2026, 3, 12)
HOSTILE = '#import "/etc/passwd" *bold* $x^2$ #panic("no") \\ <label> @ref `raw` "quoted" // comment'


def card(world: World) -> PortraitCard:
    return reads.portrait(world.by, world.portrait)


def data(world: World) -> dict[str, Any]:
    return portrait_data(card(world), programmes.programme(world.by), TODAY)


def pdf(world: World) -> bytes:
    return portrait_pdf(card(world), programmes.programme(world.by), TODAY)


def test_it_is_a_tagged_pdf(world: World) -> None:
    made = pdf(world)
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
    assert b"/StructTreeRoot" in made or b"/ObjStm" in made


def test_each_statement_carries_its_notes(world: World) -> None:
    said = data(world)["sections"][1]["statements"]
    words, withheld, figure = said[0]["notes"]
    assert words["words"] == OPEN_WORDS
    assert "withheld" in withheld["after"]
    assert "Extract of 12 March 2026" in figure["after"]
    assert said[1]["opinion"] == "Opinion: no evidence linked."
    assert CLOSED_WORDS not in str(data(world))


def test_stages_are_as_wide_as_they_were_long(world: World) -> None:
    shares = [one["share"] for one in data(world)["sections"]]
    assert sum(shares) == pytest.approx(1)
    assert shares[0] > shares[1] > 0
    assert shares[2] == 0


def test_a_portrait_without_stages_has_no_timeline(world: World) -> None:
    sections = tuple(replace(one, starts_on=None, ends_on=None) for one in card(world).sections)
    bare = replace(card(world), sections=sections)
    made = portrait_data(bare, programmes.programme(world.by), TODAY)
    assert [one["share"] for one in made["sections"]] == [0, 0, 0]
    assert portrait_pdf(bare, programmes.programme(world.by), TODAY).startswith(b"%PDF-")


def test_what_somebody_typed_is_never_a_command(world: World) -> None:
    say(world.by, world.portrait, HOSTILE)
    assert pdf(world).startswith(b"%PDF-")


def test_a_missing_chinese_face_is_said_plainly(world: World, settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    assert data(world)["missing_face"] == ""
    say(world.by, world.portrait, "人们更信任熟悉的面孔。")
    assert "no Chinese typeface" in data(world)["missing_face"]
    assert pdf(world).startswith(b"%PDF-")


def test_any_other_letter_without_a_face_is_said_too(world: World) -> None:
    say(world.by, world.portrait, "ᏣᎳᎩ")  # Cherokee
    assert data(world)["missing_face"] == ""
    assert pdf(world).startswith(b"%PDF-")


def test_a_chinese_face_in_the_house_is_used(
    world: World, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HOME = tmp_path
    (tmp_path / "fonts").mkdir()
    assert compiling.font_folders()[-1] == tmp_path / "fonts"
    monkeypatch.setattr(compiling, "_families", lambda _folders: frozenset({"Noto Sans SC"}))
    say(world.by, world.portrait, "信任")
    assert data(world)["missing_face"] == ""
    assert data(world)["chinese"] == "Noto Sans SC"


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_it_is_set_in_each_direction(world: World, language: str) -> None:
    with translation.override(language):
        assert data(world)["dir"] == ("rtl" if language == "ar" else "ltr")
        assert pdf(world).startswith(b"%PDF-")


def test_a_signed_portrait_says_when(world: World, cast: Cast) -> None:
    assert data(world)["standing"].startswith("Draft")
    actions.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=NOON)
    now = card(world).fingerprint
    actions.sign_off(portrait_id=world.portrait, fingerprint=now, by=cast.adviser, at=NOON)
    assert data(world)["standing"] == "Signed off by a public adviser on 12 March 2026."


def test_its_words_can_be_read_out(world: World, tmp_path: Path) -> None:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("needs pdftotext (Debian: apt install poppler-utils)")
    say(world.by, world.portrait, HOSTILE)
    (tmp_path / "portrait.pdf").write_bytes(pdf(world))
    read = subprocess.run(
        [program, tmp_path / "portrait.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    for words in ("A room by the door", OPEN_WORDS, "Opinion: no evidence linked.", "*bold*"):
        assert words in " ".join(read.split())
    assert CLOSED_WORDS not in read
