"""What lies behind the demonstration's partners: the role card and who read it, agreements, how both sides see it."""

import datetime as dt
from uuid import UUID

from django.utils import timezone

from linkwork.commands.demo.scene import Scene
from linkwork.partnerships import actions, reads
from linkwork.partnerships.actions import Terms
from linkwork.partnerships.rules import Answers, Ask, Practice, Quality

DOES = (
    "Listens to what matters to somebody, for as long as it takes\n"
    "Finds what the neighbourhood offers, and goes along the first time\n"
    "Comes back to you with what became of it, where the person agrees"
)
DOES_NOT = (
    "Counselling or therapy\nEmergencies: please call those who are there for them\nForms for somebody alone"
)
REACH = (
    "Ring or write to any of us; somebody answers within a working day\nCome to the meeting every other month"
)
# days before today, our answers, theirs, what changed it in our words and in theirs
STORY = (
    (300, Answers(3, 3, 3, 3), Answers(3, 2, 3, 3), "", ""),
    (
        170,
        Answers(2, 2, 3, 2),
        Answers(2, 2, 1, 2),
        "Nobody knew whom to ask for once the old contact had gone.",
        "We sent people and never heard what became of them.",
    ),
    (
        30,
        Answers(4, 4, 4, 4),
        Answers(4, 4, 4, 5),
        "We ring back each Friday now.",
        "The Friday calls changed it.",
    ),
)


def fill(scene: Scene) -> None:
    """The first partner has a year's story with ups and downs; the second has an agreement that is due again."""
    first, second, third = scene.made["partners"][:3]
    by = scene.workers[0]
    actions.publish_role_card(
        does=DOES, does_not=DOES_NOT, reach=REACH, by=scene.manager, at=scene.before(320)
    )
    people = {known.partner_id: known.contact_id for known in reads.who_knows_the_role(scene.manager)}
    for partner_id, days, score, words in (
        (first, 310, 5, ""),
        (second, 300, 3, "Do you also help with letters from the housing office?"),
        (third, 120, 4, ""),
    ):
        viewer = _comes(scene, people[partner_id], Ask.ROLE_CARD, days)
        at = scene.before(days)
        name = viewer.contact_name
        actions.acknowledge_role_card(name=name, by=viewer.viewer, at=at)
        actions.say_clarity(score=score, words=words, by=viewer.viewer, at=at)
    for days, ours, theirs, changed, said in STORY:
        at, on = scene.before(days), timezone.localdate(scene.before(days))
        actions.rate_partner(partner_id=first, answers=ours, rated_on=on, changed=changed, by=by, at=at)
        own = _comes(scene, people[first], Ask.RELATIONSHIP, days)
        actions.answer_as_partner(answers=theirs, changed=said, by=own.viewer, at=at)
    _agreements(scene)
    actions.log_interaction(
        partner_id=first,
        practice=Practice.COMMUNICATION,
        occurred_on=timezone.localdate(scene.before(5)),
        note="Went through who comes next month.",
        quality=Quality.WELL,
        agreed="They keep two places free each week.",
        next_step="Send them the dates for spring",
        next_on=timezone.localdate(scene.before(-2)),
        by=by,
        at=scene.before(5),
    )


def _comes(scene: Scene, contact_id: UUID, asks: Ask, days: float) -> reads.PartnersOwn:
    """Somebody at a partner opens a link made for them on that day."""
    at = scene.before(days)
    token = actions.make_partner_link(contact_id=contact_id, asks=asks, by=scene.workers[0], at=at)
    return reads.partners_own(token, at)


def _agreements(scene: Scene) -> None:
    for place, days, review in ((0, 250, 115), (1, 360, -4)):
        starts = timezone.localdate(scene.before(days))
        actions.make_agreement(
            partner_id=scene.made["partners"][place],
            terms=Terms(
                we_do="Come by every second week\nSay what became of each person they sent, where the person agrees",
                they_do="Name one person we can ask for\nKeep a quiet room free for an hour",
                shared_what="First name, phone, and what the person hopes for",
                shared_how="By telephone or through our page for partners, with the person’s agreement",
                starts_on=starts,
                review_on=timezone.localdate(scene.before(0)) + dt.timedelta(days=review),
            ),
            by=scene.workers[place % len(scene.workers)],
            at=scene.before(days),
        )
