"""A person's plan on paper, as a file: what they agreed to, in their language, in large print where they like."""

from collections.abc import Mapping
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.core.languages import direction
from linkwork.exchange.typst.compiling import chinese_face, compile_pdf
from linkwork.programmes.reads import ProgrammeCard


def plan_pdf(section: Mapping[str, Any], programme: ProgrammeCard, printed: str, *, large: bool) -> bytes:
    """The PDF of what `linkwork.web.plan.mine.sheet` gives: 11 points, or 18 and more in large print."""
    language = (translation.get_language() or "en").split("-")[0]
    return compile_pdf(
        "plan",
        {
            "lang": language,
            "dir": direction(language),
            "size": 18 if large else 11,
            "title": _("Your plan"),
            "matters_title": _("What matters to you"),
            "loose_title": _("What else is to be done") if section["goals"] else _("What is to be done"),
            "programme": programme.name,
            "demo": _("Demonstration: every person here is invented") if programme.demonstration else "",
            "printed": printed,
            "chinese": chinese_face(),
            "missing_face": "",
            **section,
        },
    )
