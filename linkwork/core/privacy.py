"""How private each field is, and why it is kept. A field without a declaration fails the build."""

from dataclasses import dataclass
from enum import StrEnum


class PrivacyClass(StrEnum):
    """From what anyone may read to what nobody may. The order is the order of care."""

    OPEN = "open"  # published anyway: a directory entry, a frame
    PROGRAMME = "programme"  # how the programme works; says nothing about a person supported
    PSEUDONYM = "pseudonym"  # a key that points at a person's rows, meaningless outside
    PERSONAL = "personal"  # about a person, without naming them: a need, a language, a date
    IDENTIFYING = "identifying"  # names them: name, address, phone
    SENSITIVE = "sensitive"  # could hurt them: free notes, safeguarding
    SECRET = "secret"  # opens doors: a password's hash, a link's key


@dataclass(frozen=True)
class Kept:
    """One field's declaration: its class and the purpose it is kept for."""

    privacy: PrivacyClass
    why: str


def kept(privacy: PrivacyClass, why: str) -> Kept:
    """Declare a field. `why` is a purpose ("to call back"), never a repetition of the field's name."""
    return Kept(privacy, why)


# What may cross the wall into an extract: everything else stays with the practice.
EXTRACTABLE = frozenset(
    {PrivacyClass.OPEN, PrivacyClass.PROGRAMME, PrivacyClass.PSEUDONYM, PrivacyClass.PERSONAL}
)
