"""The words a display and a portrait choose from."""

from enum import StrEnum


class Verdict(StrEnum):
    """What the figures and the quotations of one row say to each other."""

    CONFIRM = "confirm"  # both say the same
    EXPAND = "expand"  # one explains the other
    DISAGREE = "disagree"  # they contradict each other
    SILENT = "silent"  # one side has nothing to say


class StatementKind(StrEnum):
    """What a statement of a portrait tells."""

    BARRIER = "barrier"
    FACILITATOR = "facilitator"
    STRATEGY = "strategy"
    EVENT = "event"
    FINDING = "finding"


class ReviewKind(StrEnum):
    """What an adviser left on a portrait."""

    COMMENT = "comment"
    SIGN_OFF = "sign_off"
    VOICE = "voice"  # to be printed in the portrait, with consent


class Mark(StrEnum):
    """What an adviser says of one statement with one touch."""

    CLEAR = "clear"
    NOT_CLEAR = "not_clear"
    NOT_RIGHT = "not_right"
    HURTS = "hurts"


class Step(StrEnum):
    """The four steps of the pen portrait technique (DOI 10.1186/s12874-019-0810-0)."""

    FOCUS = "focus"
    STRUCTURE = "structure"
    POPULATE = "populate"
    INTERPRET = "interpret"
