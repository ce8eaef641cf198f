"""What of the depth crosses the wall: no names, no words; and what the database itself refuses."""

import datetime as dt
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.partnerships import actions, models, reads
from linkwork.partnerships.actions import Terms
from linkwork.partnerships.rules import Answers, Ask, Practice, Quality
from linkwork.partnerships.tests.builders import TODAY, partner
from linkwork.partnerships.tests.test_facts import rows_of
from linkwork.testing.cast import NOON, Cast

SECRET = "Zebulon"
DAY = dt.timedelta(days=1)


def everything(cast: Cast) -> tuple[UUID, Viewer]:
    """A partner with one of each, with a word in every field that takes words."""
    partner_id = partner(cast.worker)
    contact_id = actions.add_contact(
        partner_id=partner_id, name=SECRET, part=SECRET, email="z@example.org", by=cast.worker, at=NOON
    )
    actions.name_champion(contact_id=contact_id, since=TODAY, does=SECRET, by=cast.worker, at=NOON)
    actions.log_interaction(
        partner_id=partner_id,
        practice=Practice.COMMUNICATION,
        occurred_on=TODAY,
        note=SECRET,
        quality=Quality.WELL,
        agreed=SECRET,
        next_step=SECRET,
        next_on=TODAY,
        by=cast.worker,
        at=NOON,
    )
    terms = Terms(SECRET, SECRET, TODAY, TODAY, SECRET, SECRET, SECRET, SECRET, SECRET, TODAY)
    actions.make_agreement(partner_id=partner_id, terms=terms, by=cast.worker, at=NOON)
    actions.rate_partner(
        partner_id=partner_id,
        answers=Answers(5, 4, 3, 2),
        changed=SECRET,
        rated_on=TODAY,
        by=cast.worker,
        at=NOON,
    )
    actions.publish_role_card(does=SECRET, does_not=SECRET, reach=SECRET, by=cast.manager, at=NOON)
    token = actions.make_partner_link(contact_id=contact_id, asks=Ask.ROLE_CARD, by=cast.worker, at=NOON)
    theirs = reads.partners_own(token, NOON).viewer
    actions.acknowledge_role_card(name=SECRET, by=theirs, at=NOON)
    actions.say_clarity(score=4, words=SECRET, by=theirs, at=NOON)
    actions.answer_as_partner(answers=Answers(1, 1, 1, 1), changed=SECRET, by=theirs, at=NOON)
    return partner_id, theirs


def test_what_an_extract_learns(cast: Cast) -> None:
    partner_id, _theirs = everything(cast)
    [done] = rows_of("interactions", cast)
    assert (done["quality"], done["for_somebody"]) == ("well", False)
    said = [(row["side"], row["strength"], row["trust"]) for row in rows_of("relationship_ratings", cast)]
    assert said == [("us", 4.5, 2.5), ("them", 1.0, 1.0)]
    [agreed] = rows_of("agreements", cast)
    assert (agreed["version"], agreed["signed"], agreed["shares_information"]) == (1, True, True)
    [champion] = rows_of("champions", cast)
    assert (champion["partner_id"], champion["until"], champion["followed"]) == (partner_id, None, False)
    [read] = rows_of("role_card_acknowledgements", cast)
    assert (read["version"], read["said_on"]) == (1, TODAY)
    [clear] = rows_of("role_clarity", cast)
    assert (clear["version"], clear["score"]) == (1, 4)
    for name in (
        "interactions",
        "relationship_ratings",
        "agreements",
        "champions",
        "role_card_acknowledgements",
        "role_clarity",
    ):
        assert SECRET not in str(rows_of(name, cast))


def refused(write: object) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        write()  # type: ignore[operator]


def test_the_database_refuses_what_cannot_be(cast: Cast) -> None:
    everything(cast)
    done, agreed = models.Interaction.objects.all(), models.Agreement.objects.all()
    ours, theirs = (models.Rating.objects.filter(side=side) for side in ("us", "them"))
    refused(lambda: done.update(next_on=None))
    refused(lambda: done.update(next_step=""))
    refused(lambda: done.update(next_on=TODAY - DAY))
    refused(lambda: done.update(from_contact=new_id()))
    refused(lambda: agreed.update(number=0))
    refused(lambda: agreed.update(review_on=TODAY - DAY))
    refused(lambda: agreed.update(ended_on=TODAY - DAY))
    refused(lambda: agreed.update(signed_by_us=""))
    refused(lambda: agreed.update(shared_how=""))
    refused(lambda: ours.update(word=6))
    refused(lambda: ours.update(side="them"))
    refused(lambda: theirs.update(side="us"))
    refused(lambda: models.Clarity.objects.update(score=0))
    refused(lambda: models.RoleCard.objects.update(number=0))
    refused(lambda: models.PartnerLink.objects.update(expires_at=NOON - DAY))
    refused(lambda: models.Champion.objects.update(reason="Left"))
