"""What should somebody know who reads one page? The figures everybody asks for, how far words and figures agree."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.exchange.curtain import Curtain
from linkwork.exchange.days import date_said
from linkwork.exchange.report.blocks import Block, Chapter, Points, Text, chapter
from linkwork.exchange.report.chapters.saying import number, part, verdict_words
from linkwork.exchange.report.gathering import Gathered

LEAD = (
    "contacts", "first_share", "repeat_share", "people_reached", "reach_of_target", "contacts_per_first",
    "contacts_per_person", "education_share", "linking_share", "funnel_connected", "funnel_attended",
    "funnel_outcome",
)  # fmt: skip


def summary(found: Gathered, curtain: Curtain) -> Chapter:
    """On one page: figures, verdicts, statements, and what has to be kept in mind."""
    points = (*_figures(found, curtain), *_verdicts(found), *_statements(found))
    blocks: list[Block] = [
        Points(points) if points else Text((_("There is nothing to report yet."),)),
        Text(
            (
                _(
                    "What is missing, hidden or no more than an opinion is said beside each finding, "
                    "and gathered in the chapter on what this report cannot say."
                ),
            ),
            soft=True,
        ),
    ]
    return chapter("summary", _("In short"), blocks)


def _figures(found: Gathered, curtain: Curtain) -> list[str]:
    known = {one.definition.id: one for one in found.figures}
    shown = [known[name] for name in LEAD if name in known and known[name].value is not None]
    return [one.sentence for one in shown if not curtain.hides(one)]


def _verdicts(found: Gathered) -> list[str]:
    verdicts = Counter(row.verdict for card in found.displays for row in card.rows)
    whole = sum(verdicts.values())
    if not whole:
        return []
    said = "; ".join(
        _("%(verdict)s: %(count)s") % {"verdict": verdict_words(one), "count": part(verdicts[one], whole)}
        for one in (*Verdict, None)
        if verdicts[one]
    )
    return [
        ngettext(
            "Figures were held beside words for %(n)s question. %(said)s.",
            "Figures were held beside words for %(n)s questions. %(said)s.",
            whole,
        )
        % {"n": number(whole), "said": said}
    ]


def _statements(found: Gathered) -> list[str]:
    said = [one for card in found.portraits for one in card.statements]
    if not said:
        return []
    borne = sum(not one.evidence.is_opinion for one in said)
    return [
        ngettext(
            "The portrait makes %(n)s statement by stage; %(borne)s rests on passages or figures.",
            "The portraits make %(n)s statements by stage; %(borne)s rest on passages or figures.",
            len(said),
        )
        % {"n": number(len(said)), "borne": number(borne)}
    ]


def cover(found: Gathered, curtain: Curtain) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What stands on the first page: whose programme, what was counted, and by which hash it can be checked."""
    card = found.extract
    versions = sorted({one.definition.version for one in found.figures})
    pairs = [
        (_("Programme"), (found.programme.name, found.programme.host, found.programme.area)),
        (_("Counted from"), (curtain.clean(card.name), date_said(card.taken_at.date()))),
        (_("Its hash (SHA-256), by which anyone can check it"), (card.hash,)),
        (
            _("Figures"),
            (
                ngettext(
                    "%(n)s definition, version %(versions)s", "%(n)s definitions, versions %(versions)s",
                    len(found.figures),
                ) % {"n": number(len(found.figures)), "versions": ", ".join(versions)},
            ),
        ),
        (_("Studies"), tuple(curtain.clean(one.card.title) for one in found.studies)),
    ]  # fmt: skip
    return tuple((term, kept) for term, lines in pairs if (kept := tuple(line for line in lines if line)))
