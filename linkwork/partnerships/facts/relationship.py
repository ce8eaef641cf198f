"""The relationship with each partner: how both sides see it, what is agreed, who stands up for the programme there."""

from collections.abc import Iterator
from uuid import UUID

from linkwork.core.facts import FactTable
from linkwork.partnerships.facts.parts import Row, day, flag, key, number, text, whole
from linkwork.partnerships.models import Agreement, Champion, Rating
from linkwork.partnerships.rules import Answers


def _ratings(programme_id: UUID) -> Iterator[Row]:
    rows = Rating.objects.filter(programme_id=programme_id).order_by("id")
    for row_id, partner, side, on, *answers in rows.values_list(
        "id", "partner_id", "side", "rated_on", "reach", "together", "word", "openly"
    ).iterator():
        said = Answers(*answers)
        yield row_id, partner, side, on, said.strength, said.trust


def _agreements(programme_id: UUID) -> Iterator[Row]:
    rows = Agreement.objects.filter(programme_id=programme_id).order_by("id")
    for row_id, partner, version, starts, review, ended, signed, shared in rows.values_list(
        "id", "partner_id", "number", "starts_on", "review_on", "ended_on", "signed_on", "shared_what"
    ).iterator():
        yield row_id, partner, version, starts, review, ended, signed is not None, bool(shared)


def _champions(programme_id: UUID) -> Iterator[Row]:
    rows = Champion.objects.filter(programme_id=programme_id).order_by("id")
    for row_id, partner, since, until, successor in rows.values_list(
        "id", "contact__partner_id", "since", "until", "successor_id"
    ).iterator():
        yield row_id, partner, since, until, successor is not None


RATINGS = FactTable(
    "relationship_ratings",
    (
        key("rating_id", "to count each once"),
        key("partner_id", "the relationship with whom"),
        text("side", "whose view it is: the sides are never put into one"),
        day("rated_on", "the relationship over time"),
        number("strength", "how strong it is, 1 to 5"),
        number("trust", "how much trust there is, 1 to 5"),
    ),
    _ratings,
)
AGREEMENTS = FactTable(
    "agreements",
    (
        key("agreement_id", "to count each once"),
        key("partner_id", "with how many partners there is an agreement"),
        whole("version", "how often it was agreed anew"),
        day("starts_on", "agreements over time"),
        day("review_on", "whether reviews are kept"),
        day("ended_on", "agreements that ended"),
        flag("signed", "whether both sides signed"),
        flag("shares_information", "whether it says what is shared"),
    ),
    _agreements,
)
CHAMPIONS = FactTable(
    "champions",
    (
        key("champion_id", "to count each once"),
        key("partner_id", "which partners have a champion"),
        day("since", "whether one was in place when something happened"),
        day("until", "whether one was in place when something happened"),
        flag("followed", "whether somebody took it over"),
    ),
    _champions,
)
