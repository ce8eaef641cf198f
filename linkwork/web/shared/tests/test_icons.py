"""Do icons come whole, silent by default, spoken when asked?"""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from linkwork.web.shared.icons import UnknownIcon, icon


def test_an_icon_is_decoration_unless_it_has_a_name():
    assert 'aria-hidden="true"' in icon("heart")
    assert 'role="img" aria-label="Likes &lt;it&gt;"' in icon("heart", "Likes <it>")


def test_an_icon_is_one_whole_drawing():
    drawing = ElementTree.fromstring(str(icon("users")))
    assert drawing.tag == "svg"
    assert {child.tag for child in drawing} <= {
        "path",
        "circle",
        "rect",
        "line",
        "polyline",
        "polygon",
        "ellipse",
    }


@pytest.mark.parametrize(("name", "turns"), [("arrow-left", True), ("chevron-down", False), ("heart", False)])
def test_only_what_points_along_the_line_turns_round(name, turns):
    assert ("icon-turns" in icon(name)) is turns


def test_an_unknown_icon_says_its_name():
    with pytest.raises(UnknownIcon, match="unicorn-horn"):
        icon("unicorn-horn")
