"""What drawing a letter gives, and what the drawings share. Each kind of letter has a file in `kinds`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from linkwork.core.viewer import Viewer
from linkwork.exchange.mail.post import Attachment
from linkwork.programmes.reads import Letter, ProgrammeCard


@dataclass(frozen=True)
class Drawn:
    """A letter in words. The subject stands open on many screens: no name and no need is ever in it."""

    subject: str
    body: str
    files: tuple[Attachment, ...] = ()


# Draws a letter in the language that is active. `by` is the system inside the letter's programme. None where there is
# nothing to say any more: then the letter is stopped. A refusal (NotFound) also stops it.
Draw = Callable[[Letter, ProgrammeCard, Viewer], Drawn | None]


def address(name: str, *parts: str) -> str:
    """The whole address of one of our pages: `address("reply:open", letter.token)`."""
    return settings.SITE_ADDRESS.rstrip("/") + reverse(name, args=parts)
