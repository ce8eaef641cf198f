"""Can everybody read it? Every pair of colours the look uses, in light and dark, after WCAG 2.2."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[2] / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
TEXT, SHAPE = 4.5, 3.0
GROUNDS = ["paper", "surface", "sunk"]
PAIRS = [
    *[
        (ink, ground, TEXT)
        for ink in ("ink", "ink-2", "moss-deep", "amber", "brick", "sky")
        for ground in GROUNDS
    ],
    *[(ink, f"{ink.partition('-')[0]}-tint", TEXT) for ink in ("moss-deep", "amber", "brick", "sky")],
    *[
        (ink, f"{tint}-tint", TEXT)
        for ink in ("ink", "moss-deep")
        for tint in ("moss", "amber", "brick", "sky")
    ],
    *[(ink, f"stage-{n}-tint", TEXT) for ink in ("ink", "ink-2", "moss-deep") for n in (1, 2, 3)],
    *[("on-stage", f"stage-{n}", TEXT) for n in (1, 2, 3)],
    *[("surface", shade, TEXT) for shade in ("sky", "code-4", "code-7", "code-8")],
    ("on-moss", "moss", TEXT),
    ("on-moss", "moss-deep", TEXT),
    ("on-brick", "brick", TEXT),
    *[(shape, ground, SHAPE) for shape in ("line-strong", "moss", "focus") for ground in GROUNDS],
    *[(f"stage-{n}", ground, SHAPE) for n in (1, 2, 3) for ground in GROUNDS],
    *[(f"code-{n}", ground, SHAPE) for n in range(1, 9) for ground in GROUNDS],
    ("focus", "focus-gap", SHAPE),
    ("focus-gap", "moss", SHAPE),
]


def block(start: str) -> dict[str, str]:
    """The colours of the rule that begins with `start`."""
    inside = TOKENS.split(start, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6}|[^;]+);", inside))


LIGHT = block(":root {")
DARK_BY_DEVICE = block(':root:not([data-theme="light"]) {')
DARK_BY_CHOICE = block(':root[data-theme="dark"] {')


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_both_ways_into_the_dark_look_the_same():
    assert DARK_BY_DEVICE == DARK_BY_CHOICE
    assert set(DARK_BY_CHOICE) == set(LIGHT)


@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
@pytest.mark.parametrize("theme", [LIGHT, DARK_BY_CHOICE], ids=["light", "dark"])
def test_a_pair_can_be_told_apart(theme, front, ground, least):
    assert contrast(theme[front], theme[ground]) >= least


@pytest.mark.parametrize("theme", [LIGHT, DARK_BY_CHOICE], ids=["light", "dark"])
@pytest.mark.parametrize("share", [0.08, 0.16, 0.26, 0.36, 0.8, 1.0])
def test_numbers_are_readable_on_every_shade_of_a_matrix(theme, share):
    sky, surface = theme["sky"], theme["surface"]
    mixed = "#" + "".join(
        f"{round(int(sky[p : p + 2], 16) * share + int(surface[p : p + 2], 16) * (1 - share)):02x}"
        for p in (1, 3, 5)
    )
    assert contrast(theme["ink"] if share < 0.5 else surface, mixed) >= TEXT
