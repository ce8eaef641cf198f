"""A display in each kind of file."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from linkwork.exchange.displays.paper import Paper, Piece, quoted
from linkwork.exchange.displays.word import document
from linkwork.exchange.grids import Grid
from linkwork.exchange.grids import written as grid_written
from linkwork.exchange.typst.compiling import chinese_face, compile_pdf, has_chinese
from linkwork.exchange.word import DOCX

TEMPLATES = Path(__file__).parent / "templates"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Format:
    """A kind of file: how its name ends, what it is on the web, and how it is written."""

    ending: str
    media_type: str
    write: Callable[[Paper], bytes]


def written(paper: Paper, ending: str) -> tuple[bytes, Format]:
    """The display as a file of this kind. Raises KeyError for a kind that is not written."""
    kind = FORMATS[ending]
    return kind.write(paper), kind


def _html(paper: Paper) -> bytes:
    """One page: its own style inside, no script, nothing asked from outside."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = Markup((TEMPLATES / "display.css").read_text("utf-8"))  # ours: nobody's words are in it
    return environment.get_template("display.html").render(display=paper.data(), style=style).encode()


def _pdf(paper: Paper) -> bytes:
    data = paper.data()
    face = chinese_face()
    data["chinese"] = face
    data["missing_face"] = (
        _("Some words here are Chinese, and no Chinese typeface is installed: they show as empty boxes.")
        if has_chinese(json.dumps(data, ensure_ascii=False)) and not face
        else ""
    )
    return compile_pdf("display", data)


def _docx(paper: Paper) -> bytes:
    out = io.BytesIO()
    document(paper).save(out)
    return out.getvalue()


def _xlsx(paper: Paper) -> bytes:
    rows = tuple(
        (row.question, row.about, *("\n\n".join(map(_as_text, cell)) for cell in row.cells))
        for row in paper.rows
    )
    grid = Grid(
        title=paper.title,
        notes=(paper.standing, *paper.notes, paper.printed, *filter(None, [paper.demo])),
        heads=(paper.first_head, _("About"), *paper.heads),
        rows=rows,
        lang=paper.lang,
        dir=paper.dir,
        wide=True,
    )
    return grid_written(grid, "xlsx")[0]


def _as_text(piece: Piece) -> str:
    said = quoted(piece.text, piece.dir) if piece.kind == "words" else piece.text
    return f"{said}\n({piece.below})" if piece.below else said


FORMATS = {
    "html": Format("html", "text/html; charset=utf-8", _html),
    "docx": Format("docx", DOCX, _docx),
    "pdf": Format("pdf", "application/pdf", _pdf),
    "xlsx": Format("xlsx", XLSX, _xlsx),
}
