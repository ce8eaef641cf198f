"""What colours and type does a picture have off our pages? One style sheet and two palettes, light and dark."""

import re
from functools import cache
from pathlib import Path
from typing import Final

SHEET: Final = Path(__file__).parent / "style.css"
LIGHT: Final = {
    "surface": "#ffffff",
    "sunk": "#f3eee5",
    "ink": "#1d2522",
    "ink-2": "#55605b",
    "line": "#e4ddd2",
    "line-strong": "#857d71",
    "moss": "#1f6b58",
    "sky": "#27557f",
    "stage-1": "#3c6e9f",
    "stage-2": "#1f7d2f",
    "stage-3": "#a3306f",
    "on-stage": "#ffffff",
    "code-4": "#8a6d00",
    "code-7": "#6a4fa3",
    "code-8": "#5c6660",
}
DARK: Final = {
    "surface": "#1c2220",
    "sunk": "#101312",
    "ink": "#eef1ee",
    "ink-2": "#a9b4ae",
    "line": "#333c39",
    "line-strong": "#7f8b85",
    "moss": "#6cc3a8",
    "sky": "#94bfe5",
    "stage-1": "#82b1e0",
    "stage-2": "#74c583",
    "stage-3": "#e794c0",
    "on-stage": "#10161a",
    "code-4": "#dcc05a",
    "code-7": "#b9a3ea",
    "code-8": "#a9b4ae",
}
SANS: Final = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")
SERIF: Final = ("Source Serif 4", "Noto Sans Arabic", "Noto Sans")


@cache
def sheet() -> str:
    """The rules with the palette's words in them, without remarks."""
    return re.sub(r"/\*.*?\*/\s*", "", SHEET.read_text("utf-8"), flags=re.DOTALL)


def page_style() -> str:
    """For a page of ours that stands alone: light, dark where the reader's screen is, light again on paper."""
    light = "".join(f"--{name}: {colour}; " for name, colour in LIGHT.items())
    dark = "".join(f"--{name}: {colour}; " for name, colour in DARK.items())
    return (
        f".chart {{ {light}max-inline-size: 100%; }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ .chart {{ {dark}}} }}\n{sheet()}"
    )


def alone_style(chinese: str = "") -> str:
    """For a file that stands alone: plain colours, since few programs know the palette's words."""
    more = (chinese,) if chinese else ()
    words = LIGHT | {"sans": _names((*SANS, *more, "sans-serif")), "serif": _names((*SERIF, *more, "serif"))}
    plain = re.sub(r"var\(--([\w-]+)\)", lambda found: words[found[1]], sheet())
    return plain.replace("fill: currentColor", f"fill: {LIGHT['ink']}")


def _names(faces: tuple[str, ...]) -> str:
    return ", ".join(f"'{face}'" if " " in face else face for face in faces)
