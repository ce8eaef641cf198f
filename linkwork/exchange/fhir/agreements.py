"""A consent of the record, as a FHIR file tells it."""

from uuid import UUID

from django.utils.translation import gettext_lazy

from linkwork.casework.reads import ConsentCard
from linkwork.casework.rules.consent import Purpose
from linkwork.exchange.fhir.writing.agreeing import Agreed

PURPOSES = {
    Purpose.SHARE: gettext_lazy("Share name and need, to connect them"),
    Purpose.REPORT_BACK: gettext_lazy("Tell the referrer how it goes"),
    Purpose.WRITE: gettext_lazy("Send them texts and e-mails"),
    Purpose.LEARN: gettext_lazy("Use their words without their name, to learn"),
}


def agreed(one: ConsentCard, person_id: UUID) -> Agreed:
    """What the person with this id agreed to, with whom, and whether it still holds."""
    return Agreed(
        id=one.id,
        person_id=person_id,
        purpose=str(PURPOSES[one.purpose]),
        with_whom=one.recipient,
        given_at=one.given_at,
        expires_on=one.expires_on,
        holds=one.holds,
        learning=one.purpose is Purpose.LEARN,
    )
