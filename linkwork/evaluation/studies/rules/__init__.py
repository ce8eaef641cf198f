"""The rules of studies: what a text is, who may do what in a study, what it set out to do. Plain Python."""

from linkwork.evaluation.studies.rules.consent import consent_of
from linkwork.evaluation.studies.rules.languages import language_of
from linkwork.evaluation.studies.rules.plan import (
    MOST_PARTICIPANTS,
    EthicsState,
    Held,
    ethics_state,
    held_against,
    questions_of,
)
from linkwork.evaluation.studies.rules.team import may, part_of
from linkwork.evaluation.studies.rules.texts import (
    LONGEST,
    Direction,
    Fault,
    NewFile,
    Unreadable,
    decode,
    direction_of,
    hash_of,
    normalised,
    title_of,
)
from linkwork.evaluation.studies.rules.words import (
    TALKS,
    ConsentForm,
    Design,
    Doing,
    Group,
    NameKind,
    Part,
    SourceKind,
)

__all__ = [
    "LONGEST",
    "MOST_PARTICIPANTS",
    "TALKS",
    "ConsentForm",
    "Design",
    "Direction",
    "Doing",
    "EthicsState",
    "Fault",
    "Group",
    "Held",
    "NameKind",
    "NewFile",
    "Part",
    "SourceKind",
    "Unreadable",
    "consent_of",
    "decode",
    "direction_of",
    "ethics_state",
    "hash_of",
    "held_against",
    "language_of",
    "may",
    "normalised",
    "part_of",
    "questions_of",
    "title_of",
]
