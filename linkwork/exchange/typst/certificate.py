"""A certificate for training the programme itself gave, as a file."""

import datetime as dt
from decimal import Decimal

from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.core.languages import direction
from linkwork.exchange.days import date_said
from linkwork.exchange.typst.compiling import chinese_face, compile_pdf
from linkwork.programmes.reads import ProgrammeCard


def certificate_pdf(
    programme: ProgrammeCard,
    *,
    name: str,
    topic: str,
    held_on: dt.date,
    hours: Decimal,
    expires_on: dt.date | None,
    today: dt.date,
) -> bytes:
    """One page: who was trained in what, when, for how long, until when it holds; a line to sign on."""
    language = (translation.get_language() or "en").split("-")[0]
    until = _("Valid until %(day)s.") % {"day": date_said(expires_on)} if expires_on else ""
    return compile_pdf(
        "certificate",
        {
            "lang": language,
            "dir": direction(language),
            "title": _("Certificate of training"),
            "programme": programme.name,
            "name": name,
            "said": _("was trained by us on %(day)s in") % {"day": date_said(held_on)},
            "topic": topic,
            "hours": _("%(hours)s hours") % {"hours": f"{float(hours):g}"},
            "until": until,
            "signed": _("For the programme"),
            "printed": _("Printed on %(day)s") % {"day": date_said(today)},
            "demo": _("Demonstration: everything here is invented") if programme.demonstration else "",
            "chinese": chinese_face(),
            "missing_face": "",
        },
    )
