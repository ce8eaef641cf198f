"""What can the report not say? What is missing, hidden, not told by this extract, withheld, or only an opinion."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from linkwork.exchange.curtain import Curtain
from linkwork.exchange.report.blocks import Block, Chapter, Heading, Points, Table, chapter
from linkwork.exchange.report.chapters.saying import number
from linkwork.exchange.report.gathering import Gathered
from linkwork.instruments.indicators import definitions


def limits(found: Gathered, curtain: Curtain) -> Chapter:
    """What the report cannot say."""
    said = [statement for card in found.portraits for statement in card.statements]
    bare = sum(one.evidence.is_opinion for one in said)
    points = [
        _(
            "This report describes what was done and what people said about it. "
            "It does not show what the programme caused."
        ),
        _("Figures about fewer than five are hidden, and so is what they could be worked out from."),
        _("What is missing is counted beside each figure. Nothing was filled in or corrected."),
        _("Somebody who was referred is never counted as having gone."),
        _("Passages say how and why, not how often: a number of passages is no number of people."),
        _(
            "Words are quoted only with the consent of who said them. Workers have letters, coders are only counted."
        ),
    ]
    if bare:
        opinions = ngettext(
            "%(n)s of %(all)s statements rests on no evidence, and says so.",
            "%(n)s of %(all)s statements rest on no evidence, and say so.",
            bare,
        )
        points.append(opinions % {"n": number(bare), "all": number(len(said))})
    points += _left_out(found, curtain)
    return chapter(
        "limits", _("What this report cannot say"), [Points(tuple(points)), *_missing(found, curtain)]
    )


def _left_out(found: Gathered, curtain: Curtain) -> list[str]:
    """What is hidden, withheld, untold or untranslated, counted."""
    hidden = sum(curtain.hides(one) for one in found.figures)
    evidence = [row.evidence for card in found.displays for row in card.rows]
    withheld = sum(one.withheld and not one.removed for each in evidence for one in each.quotes)
    untold = {one.id: one.title for one in definitions()}.keys() - {
        one.definition.id for one in found.figures
    }
    points = []
    if hidden:
        said = ngettext("%(n)s figure is hidden here.", "%(n)s figures are hidden here.", hidden)
        points.append(said % {"n": number(hidden)})
    if withheld:
        said = ngettext(
            "%(n)s quotation is withheld: its source gave no consent to be quoted.",
            "%(n)s quotations are withheld: their sources gave no consent to be quoted.",
            withheld,
        )
        points.append(said % {"n": number(withheld)})
    if untold:
        said = ngettext(
            "%(n)s figure that can be defined is not told by this extract: it lacks the tables, or exact days.",
            "%(n)s figures that can be defined are not told by this extract: it lacks the tables, or exact days.",
            len(untold),
        )
        points.append(said % {"n": number(len(untold))})
    if found.months.why_not:
        points.append(found.months.why_not)
    return points + _untranslated(found)


def _untranslated(found: Gathered) -> list[str]:
    """Figures whose titles stand in English in a report that is in another language."""
    if (get_language() or "en").startswith("en"):
        return []
    n = sum(_(one.definition.title) == one.definition.title for one in found.figures)
    said = ngettext(
        "The title of %(n)s figure stands in English: nobody has translated it yet.",
        "The titles of %(n)s figures stand in English: nobody has translated them yet.",
        n,
    )
    return [said % {"n": number(n)}] if n else []


def _missing(found: Gathered, curtain: Curtain) -> list[Block]:
    rows = [
        (_(one.definition.title), one.missing_words, _(one.definition.missing_rule))
        for one in found.figures
        if one.missing and not curtain.hides(one)
    ]
    if not rows:
        return []
    heads = (_("Figure"), _("Missing"), _("What is done about it"))
    return [
        Heading(_("What is missing")),
        Table(_("Missing, figure by figure"), heads, tuple(rows), numbers=False),
    ]
