"""Does a picture look the same on a page, in a paper and as a file? The rules and the palettes must not drift apart."""

import re
from pathlib import Path

import pytest

from linkwork.exchange.pictures import look

pytestmark = pytest.mark.rules
CSS = Path(__file__).parents[2] / "static" / "css"


def rules(text: str) -> dict[str, frozenset[str]]:
    """Each selector with its declarations."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    found: dict[str, frozenset[str]] = {}
    for selectors, inside in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        said = frozenset(" ".join(one.split()) for one in inside.split(";") if one.strip())
        for selector in selectors.split(","):
            name = " ".join(selector.split())
            found[name] = found.get(name, frozenset()) | said
    return found


def test_pages_draw_pictures_by_the_same_rules() -> None:
    ours = {name: said for name, said in rules(look.sheet()).items() if "tree" not in name}
    theirs = rules((CSS / "charts.css").read_text("utf-8").replace("@layer components {", ""))
    assert len(ours) > 25
    assert {name: theirs.get(name) for name in ours} == ours


@pytest.mark.parametrize(("palette", "place"), [(look.LIGHT, 0), (look.DARK, 1)])
def test_the_palettes_are_those_of_the_pages(palette: dict[str, str], place: int) -> None:
    tokens = (CSS / "tokens.css").read_text("utf-8")
    for name, colour in palette.items():
        said = re.findall(rf"--{name}: (#[0-9a-f]{{6}});", tokens)
        assert said[place] == colour, name


def test_every_word_of_the_palette_is_known() -> None:
    assert set(re.findall(r"var\(--([\w-]+)\)", look.sheet())) <= {*look.LIGHT, "sans", "serif"}
    assert look.LIGHT.keys() == look.DARK.keys()
    assert "var(" not in look.alone_style("Noto Sans SC")
    assert "'Noto Sans SC'" in look.alone_style("Noto Sans SC")
