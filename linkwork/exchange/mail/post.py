"""The post: something that takes an address, a subject and a text. The real one and one for tests."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from smtplib import SMTPException
from typing import Protocol

from django.core.mail import EmailMessage


class PostFailed(Exception):
    """The letter could not be handed over; it may be tried again."""


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a letter; `kind` is its MIME type ("text/calendar; method=REQUEST")."""

    name: str
    kind: str
    content: bytes


class Post(Protocol):
    """Hands over one plain-text letter, or raises PostFailed. A line break in a subject raises PostFailed."""

    def send(self, to: str, subject: str, body: str, files: Sequence[Attachment] = ()) -> None:
        """Hand the letter over."""
        ...


class DjangoPost:
    """Through the e-mail backend of the settings (files in LINKWORK_HOME unless set)."""

    def send(self, to: str, subject: str, body: str, files: Sequence[Attachment] = ()) -> None:
        """See `Post`. The From address is the settings' own."""
        letter = EmailMessage(subject, body, to=[to])
        for file in files:
            letter.attach(file.name, file.content, file.kind)
        try:
            letter.send()
        except (SMTPException, OSError, ValueError) as problem:  # ValueError: a header with a line break
            raise PostFailed(type(problem).__name__) from problem


@dataclass
class FakePost:
    """Keeps what it is given. Addresses in `refuses` fail."""

    sent: list[tuple[str, str, str]] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    files: list[Attachment] = field(default_factory=list)

    def send(self, to: str, subject: str, body: str, files: Sequence[Attachment] = ()) -> None:
        """See `Post`."""
        if to in self.refuses or "\n" in subject:
            raise PostFailed("refused")
        self.sent.append((to, subject, body))
        self.files.extend(files)
