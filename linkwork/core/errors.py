"""What can go wrong, in five words a page can show. Each carries a sentence for the person who reads it."""

from collections.abc import Callable


def sentence(text: str) -> str:
    """Marks a sentence of a rule for the translators: rules know no language, `core.actions.action` says it in one."""
    return text


class LinkworkError(Exception):
    """The base of every refusal of ours.

    `reason` is a whole, translatable sentence without personal data: it may be shown and logged.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = str(reason)

    def say(self, translate: Callable[[str], str]) -> None:
        """Say the reason in the reader's language; one that was said so already stays as it is."""
        self.reason = translate(self.reason) if self.reason else ""


class NotAllowed(LinkworkError):
    """The viewer's role does not reach this."""


class NotFound(LinkworkError):
    """There is nothing with this id that the viewer may know of."""


class IllegalStep(LinkworkError):
    """The state table has no such step from here."""


class Invalid(LinkworkError):
    """What was entered cannot be kept as it is. `errors` maps a field's name to what to do about it."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = errors


class Refused(LinkworkError):
    """A rule of the house says no, for the reason given (an expired link, an open connection at closure)."""
