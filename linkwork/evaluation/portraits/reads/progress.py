"""How far is a portrait? What each of the four steps still lacks."""

from linkwork.evaluation.portraits.reads.cards import PortraitCard
from linkwork.evaluation.portraits.rules.steps import Lack, StepState, step_states


def progress(card: PortraitCard) -> tuple[StepState, ...]:
    """The four steps of a portrait as it now stands. No question of the database."""
    said = card.statements
    dated = [one for one in card.sections if one.starts_on is not None]
    told = [one for one in card.sections if one in dated or one.statements]
    stale = sum(one.plain_stale for one in said) + card.plain_stale
    return step_states(
        {
            Lack.FOCUS: not card.focus,
            Lack.EXTRACT: card.extract_id is None,
            Lack.DATES: not dated,
            Lack.HEADINGS: sum(not one.heading for one in told),
            Lack.EVENTS: not card.events,
            Lack.STATEMENTS: sum(not one.statements for one in told) if told else 1,
            Lack.EVIDENCE: sum(one.evidence.is_opinion for one in said),
            Lack.GONE: sum(bool(one.evidence.gone) for one in said),
            Lack.NAMES: sum(one.named for one in said),
            Lack.INTERPRETATION: not card.interpretation,
            Lack.PLAIN: not card.plain,
            Lack.STALE: stale,
        }
    )
