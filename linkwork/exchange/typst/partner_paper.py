"""An agreement or the role card on paper: a title, headings, and lines under each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.core.languages import direction
from linkwork.exchange.typst.compiling import chinese_face, compile_pdf
from linkwork.programmes.reads import ProgrammeCard


@dataclass(frozen=True)
class Part:
    """A heading and its lines; `points` where each line is one."""

    heading: str
    lines: tuple[str, ...]
    points: bool = False


def paper_pdf(
    title: str, below: str, parts: Sequence[Part], programme: ProgrammeCard | None, printed: str
) -> bytes:
    """The PDF, in the language now active."""
    language = (translation.get_language() or "en").split("-")[0]
    demonstration = bool(programme and programme.demonstration)
    return compile_pdf(
        "partner_paper",
        {
            "lang": language,
            "dir": direction(language),
            "title": title,
            "below": below,
            "parts": [vars(part) for part in parts],
            "programme": programme.name if programme else "",
            "demo": _("Demonstration: everything here is invented") if demonstration else "",
            "printed": _("Printed on %(day)s") % {"day": printed},
            "chinese": chinese_face(),
            "missing_face": "",
        },
    )
