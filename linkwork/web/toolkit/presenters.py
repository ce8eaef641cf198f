"""Recommendations as plain values for their templates."""

from collections.abc import Callable, Collection, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.evaluation.toolkit import access, reads
from linkwork.evaluation.toolkit.reads import FactorCard, FindingCard, RecommendationCard
from linkwork.evaluation.toolkit.rules.kinds import State
from linkwork.instruments.matching import Matching
from linkwork.web.portraits import presenters as portraits
from linkwork.web.portraits.labels import KINDS
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.toolkit.labels import AUDIENCES, LANGUAGES, LEVELS, SETTINGS, STATE_CHIPS, STATES, STEPS

Values = dict[str, Any]


def line(card: RecommendationCard) -> Values:
    """One recommendation in a list."""
    kind, icon = STATE_CHIPS[card.state]
    return {
        "id": card.id,
        "title": card.title,
        "lang": card.language,
        "stage": card.stage.value,
        "audience": AUDIENCES[card.audience],
        "barrier": card.barrier,
        "opinion": card.is_opinion,
        "statements": len(card.statement_ids),
        "state": _("Public since %(day)s") % {"day": date_said(local_day(card.published_at))}
        if card.published_at
        else STATES[card.state],
        "chip": kind,
        "icon": icon,
        "words": card.last_words,
    }


def sought(cards: Sequence[RecommendationCard], wanted: dict[str, str]) -> list[RecommendationCard]:
    """Those that hold every word and fit the rest, in the order asked for."""
    words = fold(wanted.get("words", "")).split()
    found = [
        card
        for card in cards
        if all(word in _everything(card) for word in words)
        and wanted.get("stage", "") in ("", card.stage)
        and wanted.get("audience", "") in ("", card.audience)
        and wanted.get("state", "") in ("", card.state)
    ]
    order: dict[str, Callable[[RecommendationCard], Any]] = {
        "title": lambda card: fold(card.title),
        "newest": lambda card: -card.id.int,  # ids are made in the order of time
    }
    return sorted(found, key=order[wanted["order"]]) if wanted.get("order") in order else found


def _everything(card: RecommendationCard) -> str:
    names = [name for _id, name in (*card.constructs, *card.strategies)]
    return fold(
        " ".join((card.title, card.advice, card.barrier, *card.checklist, *card.titles.values(), *names))
    )


def whole(card: RecommendationCard, viewer: Viewer) -> Values:
    """One recommendation on its page, with what the viewer may do with it."""
    own = card.author_id is not None and card.author_id == viewer.id
    writes = access.may_compose(viewer)
    read = access.may_review(viewer) and not own
    return line(card) | {
        "paragraphs": [text for text in card.advice.splitlines() if text.strip()],
        "checklist": card.checklist,
        "settings": [SETTINGS[one] for one in card.settings],
        "constructs": [name for _id, name in card.constructs],
        "strategies": [name for _id, name in card.strategies],
        "titles": [(code, name, card.titles[code]) for code, name in LANGUAGES if code in card.titles],
        "language": dict(LANGUAGES).get(card.language, card.language),
        "fingerprint": card.fingerprint,
        "steps": [
            {"said": STEPS[one.kind], "by": one.by, "day": date_said(local_day(one.at)), "text": one.text}
            for one in reversed(card.steps)
        ],
        "may_ask": writes and card.state in (State.DRAFT, State.WANTED),
        "may_agree": read and card.state in (State.WAITING, State.WANTED),
        "may_want": read and card.state in (State.WAITING, State.AGREED),
        "waits_for_others": own and card.state is State.WAITING,
        "may_publish": writes and card.state is State.AGREED,
        "may_withdraw": writes and card.state is State.PUBLISHED,
        "may_change": writes and card.state is not State.PUBLISHED,
    }


def finding(one: FindingCard) -> Values:
    """Something found, to begin with."""
    return {
        "id": one.id,
        "text": one.text,
        "stage": one.stage.value,
        "kind": KINDS[one.kind],
        "portrait": one.portrait,
        "opinion": one.opinion,
        "advised": one.advised,
    }


def factor(one: FactorCard) -> Values:
    """A factor that hindered, to begin with."""
    return {
        "reference": one.reference,
        "name": one.name,
        "findings": [said.text for said in one.findings],
        "advised": one.advised,
    }


def table_words(matching: Matching) -> str:
    """How whole the table of strategies is, said wherever it is used."""
    if matching.whole:
        return _("Suggestions come from the table “%(name)s”, which covers all %(all)s barriers.") % {
            "name": matching.name,
            "all": matching.all_barriers,
        }
    return _(
        "The table of suggestions is partial: it covers %(some)s of %(all)s barriers. A strategy that is not "
        "suggested may still be right."
    ) % {"some": matching.barriers, "all": matching.all_barriers}


def strategy_choices(chosen: Collection[str], factors: tuple[str, ...]) -> tuple[list[Values], str]:
    """Every strategy, those chosen first, then those suggested against `factors`; and how whole the table is."""
    matching, found = reads.suggestions(factors)
    against: dict[str, tuple[int, str]] = {}
    for one in found:
        against.setdefault(one.strategy, (one.level, one.barrier))
    rows = []
    for key, name in reads.strategies():
        level, barrier = against.get(key, (0, ""))
        said = (
            _("endorsed by %(experts)s against “%(barrier)s”")
            % {"experts": LEVELS[level], "barrier": barrier}
            if level
            else ""
        )
        rows.append({"key": key, "name": name, "ticked": key in chosen, "level": level, "said": said})
    return sorted(rows, key=lambda row: (not row["ticked"], row["level"] or 9)), table_words(matching)


def construct_choices(chosen: Collection[str]) -> list[Values]:
    """The known factors under their headings; a heading with one chosen stands open."""
    return [
        {
            "title": title,
            "open": any(key in chosen for key, _name in many),
            "lines": [{"key": key, "name": name, "ticked": key in chosen} for key, name in many],
        }
        for title, many in reads.construct_choices()
    ]


def statement_choices(stories: Sequence[PortraitCard], ticked: Collection[UUID]) -> list[Values]:
    """The portraits with their statements, those chosen first."""
    return [
        {
            "title": one.title,
            "statements": sorted(
                (portraits.statement(said) | {"ticked": said.id in ticked} for said in one.statements),
                key=lambda said: not said["ticked"],
            ),
        }
        for one in stories
    ]
