"""The filled checklist as a Word document, to go along with a paper."""

import datetime as dt
from collections.abc import Mapping

from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.core.languages import direction
from linkwork.evaluation.studies.reads import AnswerCard
from linkwork.exchange.days import date_said
from linkwork.exchange.grids import Grid
from linkwork.instruments.frames import Checklist

SIDES = {"strategy": lambda: _("strategy"), "intervention": lambda: _("intervention")}


def checklist_grid(
    checklist: Checklist, answers: Mapping[str, AnswerCard], study: str, at: dt.datetime
) -> Grid:
    """One row for each line; a draft that nobody changed says so."""
    language = (translation.get_language() or "en").split("-")[0]
    rows = []
    for key, item, side in checklist.lines:
        said = answers.get(key, AnswerCard())
        name = f"{item.item} ({SIDES[side]()})" if side else item.item
        text = said.text + (" " + _("[drafted from the records, not checked yet]") if said.drafted else "")
        rows.append((item.number, item.section, name, said.place, text))
    return Grid(
        title=f"{checklist.name}: {study}",
        notes=(
            _("Items are named in short; the wording that counts is in: %(citation)s")
            % {"citation": checklist.citation},
            *(
                []
                if checklist.compared
                else [_("Not every name of an item here was compared with the original.")]
            ),
            _("Made on %(day)s") % {"day": date_said(at.date())} + ".",
        ),
        heads=(_("No."), _("Section"), _("Item"), _("Where in the paper"), _("What is reported")),
        rows=tuple(rows),
        lang=language,
        dir=direction(language),
        wide=True,
    )
