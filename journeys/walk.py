"""A walk through Linkwork: each stop is looked at on a phone and at a desk, and can be kept as a picture.

`LINKWORK_TEST_PICTURES=docs/walk python3 run test journeys/test_path.py` renews docs/walk.md and its pictures.
"""

import io
import os
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from linkwork.testing.axe import assert_accessible

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
COLOURS, TALLEST = 96, 1700


@dataclass
class Walk:
    """The stops so far: (part, what the user would say, picture's name)."""

    folder: Path | None = field(
        default_factory=lambda: Path(p) if (p := os.environ.get("LINKWORK_TEST_PICTURES")) else None
    )
    stops: list[tuple[str, str, str, int]] = field(default_factory=list)
    part: str = ""

    def begin(self, part: str) -> None:
        """A new part of the story."""
        self.part = part

    def stop(self, page: Page, name: str, said: str, *, wide: bool = False) -> None:
        """Look at the page at both widths: accessible, no sideways scroll, no sentence untranslated by accident."""
        for size in (DESK, PHONE) if not wide else (PHONE, DESK):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            assert_accessible(page)
            spare = page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert spare <= 0, f"{page.url} scrolls sideways at {size['width']} px"
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            _keep(_seen(page, DESK if wide else PHONE), self.folder / f"{name}.png")
        self.stops.append((self.part, said, name, 640 if wide else 300))

    def write(self) -> None:
        """The walk as a page of the documentation, where pictures were asked for."""
        if not self.folder:
            return
        lines = [
            "# A walk through Linkwork",
            "",
            "Made by the browser journey `journeys/test_path.py`. Every person in the pictures is invented.",
        ]
        part = ""
        for heading, said, name, width in self.stops:
            if heading != part:
                part = heading
                lines += ["", f"## {heading}"]
            lines += ["", said, "", f'<img src="walk/{name}.png" alt="{said}" width="{width}">']
        kept = {f"{name}.png" for _part, _said, name, _width in self.stops}
        for old in [one for one in self.folder.glob("*.png") if one.name not in kept]:
            old.unlink()
        (self.folder.parent / "walk.md").write_text("\n".join(lines) + "\n", "utf-8")


def _seen(page: Page, size: dict[str, int]) -> bytes:
    """The page on a tall screen: whole where it fits, else where the reader is. What stays in place stays there."""
    high = int(page.evaluate("() => document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], min(high, TALLEST))})
    picture = page.screenshot(animations="disabled", scale="css")
    page.set_viewport_size(size)  # type: ignore[arg-type]
    return picture


def _keep(picture: bytes, path: Path) -> None:
    """A picture with as many colours as a page has, a third of its size, so that the repository stays small."""
    with Image.open(io.BytesIO(picture)) as seen:
        seen.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
