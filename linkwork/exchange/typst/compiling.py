"""How does data become a PDF? A template of ours, the fonts of our packages, and nothing of the machine itself."""

import json
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst
from django.conf import settings
from django.utils.translation import gettext as _

TEMPLATES = Path(__file__).parent / "templates"
SHARED = "words.typ"  # what templates have in common
NO_PICTURES: Mapping[str, bytes] = {}
# Scripts that our own fonts do not have; whoever needs them adds a face (see `own_fonts`).
CHINESE_FACES = (
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Noto Serif SC",
    "Noto Serif CJK SC",
    "Source Han Sans SC",
)


def compile_pdf(template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes] = NO_PICTURES) -> bytes:
    """The PDF (tagged, PDF/UA-1) of `templates/TEMPLATE.typ` with `data`, which reaches it as `sys.inputs.data`.

    `pictures` by the names under which `data` speaks of them lie beside the template while it is set.

    Letters that no typeface of ours has make it miss PDF/UA: then it is made all the same, and `missing_face` in its
    data, a sentence the template prints, says so. Raises typst.TypstError for a template that is wrong.
    """
    if pictures:
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            for needed in (f"{template}.typ", SHARED):
                shutil.copy(TEMPLATES / needed, folder)
            for name, content in pictures.items():
                (folder / name).write_bytes(content)
            return _as_accessible_as_can_be(folder, template, data)
    return _as_accessible_as_can_be(TEMPLATES, template, data)


def _as_accessible_as_can_be(folder: Path, template: str, data: Mapping[str, Any]) -> bytes:
    try:
        return _compiled(folder, template, data, "ua-1")
    except typst.TypstError as refusal:
        if "could not be displayed" not in str(refusal):
            raise
    missing = data.get("missing_face") or _(
        "Some letters here have no typeface installed: they show as empty boxes."
    )
    return _compiled(folder, template, {**data, "missing_face": missing}, None)


def compile_png(template: str, data: Mapping[str, Any], *, dots: float) -> bytes:
    """The first page of `templates/TEMPLATE.typ` as PNG with `dots` for each point. Raises typst.TypstError."""
    made: bytes | list[bytes] = typst.compile(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=[str(one) for one in font_folders()],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, default=str)},
        ppi=72.0 * dots,
        format="png",
    )
    return made if isinstance(made, bytes) else made[0]


def _compiled(
    folder: Path, template: str, data: Mapping[str, Any], standard: Literal["ua-1"] | None
) -> bytes:
    return typst.compile(
        str(folder / f"{template}.typ"),
        root=str(folder),
        font_paths=[str(one) for one in font_folders()],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, default=str)},
        pdf_standards=standard,
        format="pdf",
    )


def font_folders() -> list[Path]:
    """Our packages' fonts, and LINKWORK_HOME/fonts, where further faces can be put."""
    folders = [Path(folder) for folder in settings.FONTS]
    own = own_fonts()
    return [*folders, own] if own.is_dir() else folders


def own_fonts() -> Path:
    """Where whoever runs this house puts further typefaces, a Chinese one for example."""
    return Path(settings.HOME) / "fonts"


def chinese_face() -> str:
    """The Chinese face there is to set with; empty where there is none."""
    known = _families(tuple(font_folders()))
    return next((face for face in CHINESE_FACES if face in known), "")


def has_chinese(text: str) -> bool:
    """Whether any letter of `text` is Chinese, Japanese or Korean."""
    return any(
        letter >= "\u2e80"
        and unicodedata.name(letter, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))
        for letter in text
    )


@cache
def _families(folders: tuple[Path, ...]) -> frozenset[str]:
    found = typst.Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in folders])
    return frozenset(found.families())
