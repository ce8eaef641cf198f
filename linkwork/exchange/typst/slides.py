"""A pen portrait as slides, 16:9: a few statements each, in the order of the story, with what they rest on."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.exchange.typst.compiling import compile_pdf
from linkwork.exchange.typst.portrait import pictures_of, portrait_data
from linkwork.programmes.reads import ProgrammeCard

Values = dict[str, Any]
ROOM = 430  # letters of statements that a slide holds
MOST = 3  # statements on a slide


def slides_pdf(card: PortraitCard, programme: ProgrammeCard, today: dt.date) -> bytes:
    """The portrait as tagged slides, in the language now active; they print one to a page."""
    return compile_pdf("slides", slides_data(card, programme, today), pictures_of(card))


def slides_data(card: PortraitCard, programme: ProgrammeCard, today: dt.date) -> Values:
    """What the template is given: the paper's own texts, cut into what a slide holds."""
    data = portrait_data(card, programme, today)
    plain = {one.text: one.plain for one in card.statements if one.plain and not one.plain_stale}
    for section in data["sections"]:
        for said in section["statements"]:
            said["text"] = plain.get(said["text"], said["text"])
            said["rests"] = _rests(said)
            said["quote"] = next((note for note in said["notes"] if note["words"]), None)
        section["slides"] = list(_slides(section["statements"]))
    data["continued"] = _("continued")
    data["thanks"] = _("Every statement rests on passages and figures, or says that it is an opinion.")
    return data


def _rests(said: Values) -> str:
    many = len(said["notes"])
    return said["opinion"] or ngettext(
        "Rests on %(num)s piece of evidence", "Rests on %(num)s pieces of evidence", many
    ) % {"num": many}


def _slides(statements: Sequence[Values]) -> Iterator[list[Values]]:
    """As many statements on a slide as there is room for, at least one."""
    here: list[Values] = []
    for one in statements:
        long = sum(_length(said) for said in [*here, one])
        if here and (long > ROOM or len(here) == MOST):
            yield here
            here = []
        here = [*here, one]
    if here:
        yield here


def _length(said: Values) -> int:
    quote = said["quote"]
    return len(said["text"]) + (len(quote["words"]) if quote else 0)
