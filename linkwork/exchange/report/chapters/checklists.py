"""How far are the reporting checklists answered? What was written to each item, else a draft from the records."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from linkwork.evaluation.studies.reads import AnswerCard
from linkwork.exchange.checklists.drafting import drafts
from linkwork.exchange.checklists.paper import SIDES
from linkwork.exchange.curtain import Curtain
from linkwork.exchange.report.blocks import Block, Chapter, Heading, Table, Text, chapter
from linkwork.exchange.report.chapters.saying import number
from linkwork.exchange.report.gathering import CHECKLISTS, Gathered, StudyPart
from linkwork.instruments import frames
from linkwork.instruments.frames import Checklist


def checklists(found: Gathered, curtain: Curtain) -> Chapter:
    """StaRI, SRQR and GRAMMS for each study whose records may be read."""
    blocks: list[Block] = []
    for study in found.studies:
        if study.records is None:
            continue
        blocks.append(Heading(_("The study “%(title)s”") % {"title": curtain.clean(study.card.title)}))
        blocks += [block for one in CHECKLISTS for block in _one(study, frames.checklist(one), curtain)]
    if not blocks:
        blocks = [Text((_("No study is open to whoever made this report."),))]
    elif not (get_language() or "en").startswith("en"):
        blocks.insert(0, Text((_("The items are named in English, as they are published."),), soft=True))
    return chapter("checklists", _("Reporting checklists"), blocks)


def _one(study: StudyPart, checklist: Checklist, curtain: Curtain) -> list[Block]:
    assert study.records is not None
    drafted = drafts(checklist.id, study.records)
    written = study.answers.get(checklist.id, {})
    rows, filled = [], 0
    for key, item, side in checklist.lines:
        said = _said(written.get(key, AnswerCard()), drafted.get(key, ""), curtain)
        filled += bool(said)
        name = f"{item.item} ({SIDES[side]()})" if side else item.item
        rows.append((item.number, name, said or _("to be written by the team")))
    lines = checklist.lines
    count = ngettext(
        "%(n)s of %(all)s line says something; the others need somebody who was there.",
        "%(n)s of %(all)s lines say something; the others need somebody who was there.",
        filled,
    ) % {"n": number(filled), "all": number(len(lines))}
    cited = _("Items are named in short; the wording that counts is in: %(citation)s") % {
        "citation": checklist.citation
    }
    heads = (_("No."), _("Item"), _("What is reported"))
    return [Table(checklist.name, heads, tuple(rows), numbers=False), Text((count, cited), soft=True)]


def _said(answer: AnswerCard, draft: str, curtain: Curtain) -> str:
    """What the team wrote with its place in the paper; else the draft, marked as one."""
    if answer.text and not answer.drafted:
        return curtain.clean(" · ".join(part for part in (answer.place, answer.text) if part))
    text = answer.text or draft
    return _("%(text)s [drafted from the records]") % {"text": curtain.clean(text)} if text else ""
