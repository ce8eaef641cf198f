"""Who carries a text message: a file for demonstrations, a provider over HTTP, a fake for tests."""

import datetime as dt
import http.client
import json
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from django.conf import settings

SECONDS = 10  # to wait for a provider
Open = Callable[[urllib.request.Request, float], int]


class CarrierFailed(Exception):
    """The text could not be handed over; it may be tried again."""


class Carrier(Protocol):
    """Hands over one text, or raises CarrierFailed. `to` is "+" and digits."""

    def send(self, to: str, text: str) -> None:
        """Hand the text over."""
        ...


@dataclass
class FileCarrier:
    """Writes each text as a line into a file, so that a demonstration shows what would go out and nothing does."""

    file: Path

    def send(self, to: str, text: str) -> None:
        """See `Carrier`."""
        line = json.dumps(
            {"at": dt.datetime.now(dt.UTC).isoformat(), "to": to, "text": text}, ensure_ascii=False
        )
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self.file.open("a", encoding="utf-8") as lines:
                lines.write(line + "\n")
        except OSError as problem:
            raise CarrierFailed(type(problem).__name__) from problem


def _open(request: urllib.request.Request, seconds: float) -> int:
    with urllib.request.urlopen(request, timeout=seconds) as answer:  # the operator's own https address
        return int(answer.status)


@dataclass
class HttpCarrier:
    """Posts {"to", "text"} as JSON to `address` with `key` as bearer token. Any answer from 200 to 299 is a yes.

    A provider with another form is reached through a small relay of the operator's (see docs/how-to/send-texts.md).
    """

    address: str
    key: str = ""
    opening: Open = _open

    def send(self, to: str, text: str) -> None:
        """See `Carrier`."""
        if not self.address.startswith("https://"):
            raise CarrierFailed("not https")
        body = json.dumps({"to": to, "text": text}).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.key}"}
        request = urllib.request.Request(self.address, body, headers, method="POST")
        try:
            status = self.opening(request, SECONDS)
        except (OSError, ValueError, http.client.HTTPException) as problem:  # no answer, or one that is none
            raise CarrierFailed(type(problem).__name__) from problem
        if not 200 <= status < 300:
            raise CarrierFailed(f"answered {status}")


@dataclass
class FakeCarrier:
    """Keeps what it is given. Numbers in `refuses` fail."""

    sent: list[tuple[str, str]] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)

    def send(self, to: str, text: str) -> None:
        """See `Carrier`."""
        if to in self.refuses:
            raise CarrierFailed("refused")
        self.sent.append((to, text))


def carrier() -> Carrier:
    """The carrier of the settings: over HTTP where an address is set, else into a file in LINKWORK_HOME."""
    if settings.SMS_ADDRESS:
        return HttpCarrier(settings.SMS_ADDRESS, settings.SMS_KEY)
    return FileCarrier(settings.HOME / "texts" / "sent.jsonl")
