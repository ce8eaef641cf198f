"""Referrals of the demonstration in every state: urgent, asked for oneself, late, declined, on the waiting list."""

import datetime as dt
from typing import Any
from uuid import UUID

from linkwork.casework import actions
from linkwork.casework.rules.persons import PersonDetails, Prefers, Urgency
from linkwork.casework.rules.referrals import Care, Door, Phoning
from linkwork.commands.demo.scene import Scene
from linkwork.core.viewer import Kind, Viewer

DAY = dt.timedelta(days=1)
REFERRER: dict[str, Any] = {
    "referrer_name": "Reception",
    "referrer_role": "Receptionist",
    "referrer_organisation": "Health centre by the square",
    "referrer_contact": "reception@practice.example",
    "referrer_email": "reception@practice.example",
    "referrer_language": "en",
}
LANGUAGES = {"practices": "ur", "mothers": "ar", "families": "ht"}  # one that a worker there is asked for


def fill(scene: Scene) -> None:
    """Few, so that the page stays readable; each shows one thing that a referral can need."""
    language = LANGUAGES[scene.key]
    _urgent(scene, language)
    _own(scene)
    for days, reason, words in (
        (40, "outside_area", "They live across the river; the team there knows of them."),
        (75, "not_wanted", ""),
    ):
        asked = _refer(scene, scene.before(days), PersonDetails(given_name="Robin", family_name="Field"))
        actions.decline_referral(
            referral_id=asked, reason=reason, words=words, by=scene.manager, at=scene.before(days - 2)
        )
    waits = _refer(
        scene,
        scene.before(6),
        PersonDetails(given_name="Sasha", family_name="Lake", language=language, born_year=1957),
        needs=["company"],
        wants="A reason to leave the house on Sundays.",
    )
    actions.accept_referral(referral_id=waits, by=scene.manager, at=scene.before(4))
    actions.escalate_late(by=scene.system, at=scene.now)


def _urgent(scene: Scene, language: str) -> None:
    """Came today, is read first, and something has to be known before anybody calls."""
    referral_id = _refer(
        scene,
        scene.now - dt.timedelta(hours=2),
        PersonDetails(
            given_name="Alex",
            family_name="Brook",
            language=language,
            interpreter=True,
            born_year=1949,
            phone="0555 700 701",
            prefers=Prefers.PHONE,
        ),
        needs=["food", "money"],
        wants="The cupboard is empty until the pension comes.",
        urgency=Urgency.URGENT,
        urgency_reason="No food in the house since yesterday",
        care=Care("After ten", Phoning.NO_MESSAGE, "A neighbour holds the keys; please say who you are."),
    )
    at = scene.now - dt.timedelta(hours=1)
    actions.ask_referrer(
        referral_id=referral_id,
        words="Is there anybody who could go by this evening?",
        by=scene.workers[0],
        at=at,
    )


def _own(scene: Scene) -> None:
    """Somebody asked for themselves, by the form without an account."""
    actions.receive_referral(
        details=PersonDetails(given_name="Kim", family_name="Shore", phone="0555 700 702", born_year=1990),
        source="self",
        wants="I have just moved here and know nobody. I like singing.",
        needs=["company"],
        agreed=True,
        care=Care("In the evening", Phoning.YES),
        door=Door.SELF,
        by=_outside(scene),
        at=scene.before(1),
    )


def _refer(scene: Scene, at: dt.datetime, details: PersonDetails, **more: Any) -> UUID:
    asked = REFERRER | {"source": "community", "agreed": True, "door": Door.FORM} | more
    return actions.receive_referral(details=details, by=_outside(scene), at=at, **asked)


def _outside(scene: Scene) -> Viewer:
    return Viewer(Kind.PARTNER, programme_id=scene.programme_id)
