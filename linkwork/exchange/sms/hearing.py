"""A text that came in: is it from the provider we know, and what does it say?"""

import datetime as dt
import hashlib
import hmac
import json
from dataclasses import dataclass


class NotSigned(Exception):
    """It is not from who may hand texts in, or it is none."""


@dataclass(frozen=True)
class Message:
    """One text as it came."""

    number: str
    text: str
    sent_at: dt.datetime


def signature(secret: str, body: bytes) -> str:
    """What the header X-Linkwork-Signature has to say: HMAC with SHA-256 of the body's bytes, in hexadecimal."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def read_message(secret: str, body: bytes, signed: str) -> Message:
    """The text in `body`, JSON with "from", "text", "sent_at" (ISO 8601 with its zone). Raises NotSigned."""
    if not secret or not hmac.compare_digest(signature(secret, body).encode(), signed.encode()):
        raise NotSigned("The signature does not fit.")
    try:
        said = json.loads(body)
        sent_at = dt.datetime.fromisoformat(said["sent_at"])
        message = Message(str(said["from"]), str(said["text"]), sent_at)
    except (ValueError, KeyError, TypeError) as problem:
        raise NotSigned("This is no text message.") from problem
    if sent_at.tzinfo is None:
        raise NotSigned("The time has no zone.")
    return message
