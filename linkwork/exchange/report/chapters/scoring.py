"""What do scores say? Change of those asked twice, and what staff say, each mean with how many it is of."""

from django.utils.translation import gettext as _

from linkwork.exchange.days import date_said
from linkwork.exchange.report.blocks import Block, Heading, Table, Text
from linkwork.exchange.report.gathering import Gathered
from linkwork.exchange.scores import ScoreTable, changes_table, respondents_words, survey_table


def scores(found: Gathered) -> list[Block]:
    """The tables of scores; nothing where nobody was asked."""
    blocks: list[Block] = []
    if found.changes:
        table = changes_table(found.changes)
        blocks += _table(table) if table.rows else [Heading(table.title)]
        blocks += [Text((table.untold,))] if table.untold else []
        blocks.append(Text((_("It does not show what caused the change."),), soft=True))
    for one in found.surveys:
        table = survey_table(one)
        blocks += [Heading(table.title), Text((respondents_words(one),))]
        blocks += _table(table)[1:] if one.constructs else []
    if found.surveys and found.surveyed:
        values = {"day": date_said(found.surveyed.taken_at.date()), "hash": found.surveyed.short_hash}
        blocks.append(Text((_("Extract of %(day)s, %(hash)s.") % values,), soft=True))
    return blocks


def _table(one: ScoreTable) -> list[Block]:
    return [Heading(one.title), Table(one.caption, one.heads, one.rows, numbers=False)]
