"""Which letters does this room write?"""

from enum import StrEnum


class LetterKind(StrEnum):
    """Which letter it is. The words are drawn when it is sent.

    Those to partners and workers hold nothing about a person beyond initials; those to the person are to the address
    they gave, where they said that we may write, and never name them or a need in the subject.
    """

    ASK = "connections.ask"
    CHASE = "connections.chase"
    ANSWER = "connections.answer"
    WITHDRAWN = "connections.withdrawn"
    NO_TIME_FITS = "connections.no_time_fits"
    APPOINTMENT_PARTNER = "connections.appointment_partner"
    APPOINTMENT_WORKER = "connections.appointment_worker"
    APPOINTMENT_PERSON = "connections.appointment_person"
    REMINDER = "connections.reminder"
    SIGNPOST = "connections.signpost"


TO_PARTNER = frozenset(
    {
        LetterKind.ASK,
        LetterKind.CHASE,
        LetterKind.ANSWER,
        LetterKind.WITHDRAWN,
        LetterKind.NO_TIME_FITS,
        LetterKind.APPOINTMENT_PARTNER,
    }
)
