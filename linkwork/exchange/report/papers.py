"""How does a report become files? One page of HTML that needs nothing beside it, and a tagged PDF."""

import json
from pathlib import Path

from django.utils.translation import gettext as _
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from linkwork.core.errors import Refused
from linkwork.exchange.report.blocks import Report
from linkwork.exchange.typst.compiling import chinese_face, compile_pdf, has_chinese

TEMPLATES = Path(__file__).parent / "templates"
HTML, PDF = "report.html", "report.pdf"
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
    style = Markup((TEMPLATES / "report.css").read_text("utf-8"))  # ours: nobody's words are in it
    return environment.get_template(HTML).render(report=report.data(), style=style, mark=Markup(MARK))


def pdf(report: Report) -> bytes:
    """The same on paper."""
    data = report.data()
    face = chinese_face()
    chinese = has_chinese(json.dumps(data, ensure_ascii=False))
    data["chinese"] = face
    data["missing_face"] = (
        _("Some words here are Chinese, and no Chinese typeface is installed: they show as empty boxes.")
        if chinese and not face
        else ""
    )
    return compile_pdf("report", data)


def write(report: Report, folder: Path) -> tuple[Path, Path]:
    """Write both into `folder`; where they lie. An earlier report there is replaced.

    Raises Refused where a file of either name is there that no report left.
    """
    page, paper = folder / HTML, folder / PDF
    ours = page.is_file() and MARK in page.read_text("utf-8", errors="replace")
    if not ours and (page.exists() or paper.exists()):
        raise Refused(_("%(folder)s holds other files. Name a new or empty folder.") % {"folder": folder})
    content, printed = html(report), pdf(report)
    folder.mkdir(parents=True, exist_ok=True)
    page.write_text(content, "utf-8")
    paper.write_bytes(printed)
    return page, paper
