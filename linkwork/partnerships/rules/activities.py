"""Which part a partner has in an activity (the Quebec study tells shared from co-developed ones)."""

from enum import StrEnum


class Part(StrEnum):
    """Whether it was made together, or a partner lends a hand to what somebody else made."""

    DEVELOPED = "developed"
    JOINED = "joined"
