"""Asking for everything the public site is made of."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits import reads as portraits
from linkwork.evaluation.portraits.reads import PortraitCard, StatementCard
from linkwork.evaluation.portraits.rules.kinds import ReviewKind
from linkwork.evaluation.toolkit.access import check_may_read
from linkwork.evaluation.toolkit.models import Imprint
from linkwork.evaluation.toolkit.reads.recommendations import RecommendationCard, cards, joined, mine
from linkwork.evaluation.toolkit.rules.edition import About, Advice, Edition, Finding
from linkwork.evaluation.toolkit.rules.limits import LICENCES, USUAL_LICENCE
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard
from linkwork.programmes.rules import StageSpan

SAID = ("address", "mail", "licence")


@dataclass(frozen=True)
class ImprintCard:
    """What the site says about itself. `licence_address` is where the licence's text stands, empty for none."""

    address: str
    mail: str
    licence: str
    licence_address: str


def imprint(viewer: Viewer) -> ImprintCard:
    """The programme's imprint, or the usual one. One question of the database."""
    check_may_read(viewer)
    return _imprint(Imprint.objects.filter(programme_id=viewer.programme).values(*SAID).first())


def edition(viewer: Viewer, programme: ProgrammeCard | None = None, *, behind: bool = True) -> Edition:
    """What is published now, with all it rests on, for `rules.site.build_site`.

    `programme` is the viewer's own, where the caller has it already. Ten questions of the database without it; few
    without what lies `behind` the advice.
    """
    check_may_read(viewer)
    spans = programmes.stage_spans(viewer)
    # The imprint comes along with the advice: a page may ask few questions, and this one asks many.
    said = Imprint.objects.filter(programme_id=OuterRef("programme_id"))
    beside = Subquery(said.values(said=JSONObject(**{name: name for name in SAID}))[:1])
    rows = joined(mine(viewer).filter(published_at__isnull=False).annotate(imprint=beside))
    published = cards(viewer, rows, steps=False)
    about = _imprint(rows[0].imprint) if rows else imprint(viewer)
    linked = {one for card in published for one in card.statement_ids}
    stories = portraits.portraits_behind(viewer, linked, spans) if linked and behind else []
    return Edition(
        about=_about(programme or programmes.programme(viewer), spans, about),
        advice=tuple(_advice(card) for card in published),
        findings=tuple(
            _finding(one, story) for story in stories for one in story.statements if one.id in linked
        ),
        names=tuple(worker.name for worker in programmes.workers(viewer)),
    )


def _imprint(said: Mapping[str, str] | None) -> ImprintCard:
    found = said or {"address": "", "mail": "", "licence": USUAL_LICENCE}
    return ImprintCard(**found, licence_address=LICENCES.get(found["licence"], ""))


def _about(card: ProgrammeCard, spans: Sequence[StageSpan], said: ImprintCard) -> About:
    return About(
        name=card.name,
        host=card.host,
        area=card.area,
        target_group=card.target_group,
        demonstration=card.demonstration,
        stages=tuple((span.stage.value, span.starts_on) for span in spans),
        worker_word=card.words.worker,
        address=said.address,
        mail=said.mail,
        licence=said.licence,
        licence_address=said.licence_address,
    )


def _advice(card: RecommendationCard) -> Advice:
    return Advice(
        id=card.id,
        title=card.title,
        advice=card.advice,
        stage=card.stage.value,
        audience=card.audience.value,
        barrier=card.barrier,
        settings=tuple(one.value for one in card.settings),
        constructs=card.constructs,
        strategies=tuple(name for _id, name in card.strategies),
        checklist=card.checklist,
        language=card.language,
        titles=card.titles,
        published_on=card.published_at.date() if card.published_at else dt.date.min,
        findings=card.statement_ids,
    )


def _finding(one: StatementCard, story: PortraitCard) -> Finding:
    signed = [said.at for said in story.reviews if said.kind is ReviewKind.SIGN_OFF and said.about_now]
    return Finding(
        id=one.id,
        text=one.text,
        stage=one.stage.value,
        kind=one.kind.value,
        portrait=story.title,
        signed_on=max(signed).date() if signed else None,
        evidence=one.evidence,
    )
