"""How does a report become files? One page of HTML that needs nothing beside it, and a tagged PDF."""

import json
import unicodedata
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from linkwork.core.errors import Refused
from linkwork.exchange.pictures.files import MARK as MARK_RIGHT
from linkwork.exchange.pictures.look import page_style
from linkwork.exchange.report.blocks import Report
from linkwork.exchange.typst.compiling import chinese_face, compile_pdf, compile_png, has_chinese
from linkwork.exchange.word import document

TEMPLATES = Path(__file__).parent / "templates"
HTML, PDF, WORD = "report.html", "report.pdf", "report.docx"
DOTS = 2.5
MARK = '<meta name="generator" content="Linkwork report">'


def html(report: Report) -> str:
    """The report as one page: its own style inside, no script, nothing asked from outside."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sheets = [(TEMPLATES / "report.css").read_text("utf-8"), *([page_style()] if report.pictures else [])]
    style = Markup("\n".join(sheets))  # ours: nobody's words are in it
    values = report.data() | {"as_table": _("Show as a table")}
    return environment.get_template(HTML).render(report=values, style=style, mark=Markup(MARK))


def pdf(report: Report) -> bytes:
    """The same on paper."""
    data = report.data() | {"as_table": _("The same as a table")}
    for block in (block for one in data["chapters"] for block in one["blocks"] if block["kind"] == "picture"):
        block["pixels"] = _pixels(block)
    face = chinese_face()
    chinese = has_chinese(json.dumps(data, ensure_ascii=False))
    data["chinese"] = face
    data["missing_face"] = (
        _("Some words here are Chinese, and no Chinese typeface is installed: they show as empty boxes.")
        if chinese and not face
        else ""
    )
    return compile_pdf("report", data)


def _pixels(block: dict[str, Any]) -> list[int]:
    """A picture with letters read from the right, as PNG: as a drawing they would lose the words behind them."""
    if not any(
        unicodedata.bidirectional(letter) in ("R", "AL") for letter in block["alone"] if letter != MARK_RIGHT
    ):
        return []
    wanted = {"svg": block["alone"], "width": block["width"], "alt": block["title"]}
    return list(compile_png("picture", wanted, dots=DOTS))


def write(report: Report, folder: Path) -> tuple[Path, Path, Path]:
    """Write page, paper and Word document into `folder`; where they lie. An earlier report there is replaced.

    Raises Refused where a file of such a name is there that no report left.
    """
    page, paper, word = (folder / name for name in (HTML, PDF, WORD))
    ours = page.is_file() and MARK in page.read_text("utf-8", errors="replace")
    if not ours and any(one.exists() for one in (page, paper, word)):
        raise Refused(_("%(folder)s holds other files. Name a new or empty folder.") % {"folder": folder})
    content, printed, written = html(report), pdf(report), document(report)
    folder.mkdir(parents=True, exist_ok=True)
    page.write_text(content, "utf-8")
    paper.write_bytes(printed)
    word.write_bytes(written)
    return page, paper, word
