"""The portrait as a page: what stands on the paper stands here, in one file that asks nothing of anybody."""

import base64
import datetime as dt
import mimetypes
from pathlib import Path

from django.utils.translation import gettext as _
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.exchange.pictures import Chart
from linkwork.exchange.pictures.files import svg_text
from linkwork.exchange.typst.portrait import pictures_of, portrait_data
from linkwork.programmes.reads import ProgrammeCard

TEMPLATES = Path(__file__).parent / "templates"


def portrait_html(
    card: PortraitCard, programme: ProgrammeCard, today: dt.date, timeline: Chart | None = None
) -> bytes:
    """The portrait as a page with its pictures and its own style inside, in the language now active.

    `timeline`: the stages as a picture, where they have dates.
    """
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    values = portrait_data(card, programme, today) | {
        "rests_on": _("What this rests on"),
        "timeline": Markup(svg_text(timeline)) if timeline else "",  # drawn by us: words in it are escaped
        "pictures": {name: _inside(name, content) for name, content in pictures_of(card).items()},
        "style": Markup((TEMPLATES / "portrait.css").read_text("utf-8")),  # ours: nobody's words are in it
    }
    return environment.get_template("portrait.html").render(values).encode()


def _inside(name: str, content: bytes) -> str:
    """A picture as an address that holds it."""
    kind = mimetypes.guess_type(name)[0] or "image/png"
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
