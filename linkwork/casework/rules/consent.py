"""May something be shared, for this purpose, with this recipient, now?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from linkwork.core.text import fold


class Purpose(StrEnum):
    """What a person may agree to. Each is asked for by itself."""

    SHARE = "share"  # name and need with an organisation, to connect them
    REPORT_BACK = "report_back"  # tell the referrer how it went
    WRITE = "write"  # send texts and e-mails to the person
    LEARN = "learn"  # use their words, without name, to learn from the programme


class How(StrEnum):
    """What a yes can be shown by."""

    SAID = "said"  # aloud, noted by the worker
    SIGNED = "signed"  # on paper
    LINK = "link"  # on the person's own page


@dataclass(frozen=True)
class Given:
    """One consent. An empty `recipient` means anybody the person and the worker choose together."""

    purpose: Purpose
    recipient: str
    given_at: datetime
    expires_on: date | None
    withdrawn_at: datetime | None


def holds(consent: Given, at: datetime) -> bool:
    """Whether the consent is in force at `at`: given, not withdrawn, its last day not past."""
    return (
        consent.given_at <= at
        and (consent.withdrawn_at is None or at < consent.withdrawn_at)
        and (consent.expires_on is None or at.date() <= consent.expires_on)
    )


def may_share(consents: Iterable[Given], purpose: str, recipient: str, at: datetime) -> bool:
    """Whether any consent in force covers this purpose and recipient, however the name is written."""
    return any(
        consent.purpose == purpose and fold(consent.recipient) in ("", fold(recipient)) and holds(consent, at)
        for consent in consents
    )
