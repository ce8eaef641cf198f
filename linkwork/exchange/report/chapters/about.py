"""Which programme, and how was it looked at?"""

from collections import Counter
from itertools import pairwise

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from linkwork.evaluation.studies.reads import SourceLine
from linkwork.evaluation.studies.rules import SourceKind
from linkwork.exchange.curtain import Curtain
from linkwork.exchange.days import date_said
from linkwork.exchange.report.blocks import Block, Chapter, Facts, Heading, Points, Table, Text, chapter
from linkwork.exchange.report.chapters.coding import how_coded
from linkwork.exchange.report.chapters.saying import nothing, number, paragraphs
from linkwork.exchange.report.gathering import Gathered, StudyPart
from linkwork.exchange.words import words
from linkwork.programmes.rules import Model, Stage, StageSpan


def programme(found: Gathered, curtain: Curtain) -> Chapter:
    """The programme itself: who runs it, for whom, and its stages with their days."""
    card = found.programme
    size = number(card.target_size) if card.target_size else ""
    pairs = [
        (_("Programme"), card.name),
        (_("Run by"), card.host),
        (_("Kind"), _model(card.model)),
        (_("Where"), card.area),
        (_("For"), card.target_group),
        (_("How many it is for"), size),
    ]
    facts: list[tuple[str, tuple[str, ...]]] = [(term, (said,)) for term, said in pairs if said]
    stages = _stages(found.spans)
    facts.append((_("Stages"), stages or (_("The programme has not said when its stages began."),)))
    return chapter("programme", _("The programme"), [Facts(tuple(facts))])


def _model(model: Model) -> str:
    return {
        Model.LINK_WORK: pgettext("programme", "Link work"),
        Model.PEER_SUPPORT: pgettext("programme", "Peer support"),
        Model.OUTREACH: pgettext("programme", "Outreach"),
    }[model]


def _stages(spans: tuple[StageSpan, ...]) -> tuple[str, ...]:
    names = words()["stage"]
    ended = [
        _("%(stage)s: from %(day)s, until %(next)s began on %(end)s")
        % {
            "stage": names[one.stage],
            "day": date_said(one.starts_on),
            "next": names[after.stage].lower(),
            "end": date_said(after.starts_on),
        }
        for one, after in pairwise(spans)
    ]
    last = [
        _("%(stage)s: since %(day)s") % {"stage": names[one.stage], "day": date_said(one.starts_on)}
        for one in spans[-1:]
    ]
    return (*ended, *last)


def method(found: Gathered, curtain: Curtain) -> Chapter:
    """How it was looked at: the extract with its whole hash, sources, coders, frames."""
    blocks: list[Block] = [Text((_extract(found, curtain),)), Facts(_hash(found))]
    for study in found.studies:
        blocks += _study(study, curtain)
    if not found.studies:
        blocks.append(Text((_("No study has been opened: this report rests on figures alone."),)))
    if found.frames:
        blocks.append(Heading(_("Frames the passages were coded with")))
        blocks.append(Points(tuple(f"{one.name}. {one.citation}" for one in found.frames)))
    return chapter("method", _("How it was looked at"), blocks)


def _extract(found: Gathered, curtain: Curtain) -> str:
    card = found.extract
    taken = timezone.localtime(card.taken_at)
    values = {
        "day": date_said(taken.date()),
        "time": date_format(taken, "H:i"),
        "name": curtain.clean(card.name),
    }
    if card.origin == "log":
        return (
            _(
                "The figures are counted from a contact log kept elsewhere, taken in on %(day)s at %(time)s as "
                "the extract “%(name)s”: a dated copy in which people and workers have pseudonyms."
            )
            % values
        )
    return (
        _(
            "The figures are counted from the extract “%(name)s”, taken from the programme’s record on %(day)s at "
            "%(time)s: a dated copy in which people and workers have pseudonyms."
        )
        % values
    )


def _hash(found: Gathered) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (_("Extract"), (str(found.extract.id),)),
        (_("Its hash (SHA-256), by which anyone can check it"), (found.extract.hash,)),
    )


def _study(study: StudyPart, curtain: Curtain) -> list[Block]:
    title = curtain.clean(study.card.title)
    blocks: list[Block] = [Heading(_("The study “%(title)s”") % {"title": title})]
    if study.card.question:
        blocks.append(Text(paragraphs(curtain.clean(study.card.question))))
    if not study.sources:
        return [*blocks, Text((_("It has no sources yet."),))]
    blocks += [Text((_sources(study), _coders(study))), _table(study.sources)]
    if study.records is None:
        closed = _("How it was coded is not open to whoever made this report.")
        return [*blocks, Text((closed,), soft=True)]
    return [*blocks, *how_coded(study.records, curtain)]


def _sources(study: StudyPart) -> str:
    n = len(study.sources)
    return ngettext(
        "%(n)s source was brought in; %(quotable)s may be quoted.",
        "%(n)s sources were brought in; %(quotable)s may be quoted.",
        n,
    ) % {"n": number(n), "quotable": number(sum(one.quotable for one in study.sources))}


def _coders(study: StudyPart) -> str:
    if not study.codings:
        return _("Nothing is coded yet.")
    passages = ngettext("%(n)s passage", "%(n)s passages", study.codings) % {"n": number(study.codings)}
    if not study.coders:
        return _("%(passages)s were coded; by whom is not known.") % {"passages": passages}
    return ngettext(
        "%(n)s person coded %(passages)s.",
        "%(n)s people coded %(passages)s.",
        study.coders,
    ) % {"n": number(study.coders), "passages": passages}


def _table(sources: tuple[SourceLine, ...]) -> Table:
    said = words()
    counts = Counter((one.kind, one.stage) for one in sources)
    stages = [one for one in (*Stage, None) if any(stage is one for _kind, stage in counts)]
    rows = []
    for kind in SourceKind:
        cells = [counts[kind, stage] for stage in stages]
        if sum(cells):
            shown = [number(n) if n else nothing() for n in cells]
            rows.append((said["source"][kind], *shown, number(sum(cells))))
    heads = [said["stage"][stage] if stage else _("Stage not stated") for stage in stages]
    return Table(_("Sources by kind and stage"), (_("Kind"), *heads, _("In all")), tuple(rows))
