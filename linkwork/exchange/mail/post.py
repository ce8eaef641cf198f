"""The post: something that takes an address, a subject and a text. The real one and one for tests."""

from dataclasses import dataclass, field
from smtplib import SMTPException
from typing import Protocol

from django.core.mail import EmailMessage


class PostFailed(Exception):
    """The letter could not be handed over; it may be tried again."""


class Post(Protocol):
    """Hands over one plain-text letter, or raises PostFailed. A line break in a subject raises PostFailed."""

    def send(self, to: str, subject: str, body: str) -> None:
        """Hand the letter over."""
        ...


class DjangoPost:
    """Through the e-mail backend of the settings (files in LINKWORK_HOME unless set)."""

    def send(self, to: str, subject: str, body: str) -> None:
        """See `Post`. The From address is the settings' own."""
        try:
            EmailMessage(subject, body, to=[to]).send()
        except (SMTPException, OSError, ValueError) as problem:  # ValueError: a header with a line break
            raise PostFailed(type(problem).__name__) from problem


@dataclass
class FakePost:
    """Keeps what it is given. Addresses in `refuses` fail."""

    sent: list[tuple[str, str, str]] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)

    def send(self, to: str, subject: str, body: str) -> None:
        """See `Post`."""
        if to in self.refuses or "\n" in subject:
            raise PostFailed("refused")
        self.sent.append((to, subject, body))
