"""Is it a person who sends this form? Without asking anybody outside, and without keeping anybody's address.

A field nobody sees, a signed time, and a count for each day of how often a link and an address were used. Only where
one of them looks odd is a plain question asked; only a flood is turned away.
"""

import datetime as dt
import unicodedata
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from linkwork.casework import reads
from linkwork.core.viewer import Viewer

SALT = "linkwork.web.refer.guard"
FASTEST = dt.timedelta(seconds=3)  # nobody fills the form in less
LONGEST = dt.timedelta(hours=48)
ASK_ADDRESS, ASK_LINK = 5, 40  # uses a day after which the question is asked: a practice shares one address
MOST_ADDRESS, MOST_LINK = 40, 200


@dataclass(frozen=True)
class Judged:
    """Whether the question is to be asked, or the form turned away; `keys` are what to count its use by."""

    ask: bool
    refuse: bool
    keys: tuple[str, str]


def stamp(at: dt.datetime) -> str:
    """A signed note of when the form was drawn, to send back with it."""
    return signing.Signer(salt=SALT).sign(str(int(at.timestamp())))


def judged(request: HttpRequest, by: Viewer, token: str, sent: str, at: dt.datetime) -> Judged:
    """What to do with a form sent by this link. `sent` is the stamp that came with it. One question."""
    day = f"{at:%Y-%m-%d}"
    keys = (
        _key(by.programme, day, "link", token),
        _key(by.programme, day, "address", _address(request)),
    )
    used = reads.knocks(by, keys, at)
    link, address = used[keys[0]], used[keys[1]]
    odd = _age(sent, at) is None or link >= ASK_LINK or address >= ASK_ADDRESS
    return Judged(odd, link >= MOST_LINK or address >= MOST_ADDRESS, keys)


def is_ours(sent: str) -> bool:
    """Whether the stamp is one of ours, whatever its age."""
    return _began(sent) is not None


def question(sent: str) -> tuple[int, int]:
    """Two small numbers to add, the same for the same stamp."""
    number = sum(sent.encode())
    return number % 7 + 2, number // 7 % 7 + 2


def answered(sent: str, said: str) -> bool:
    """Whether the two numbers were added, in the digits of whichever script."""
    digits = unicodedata.normalize("NFKC", said).strip()
    return digits.isdecimal() and len(digits) < 4 and int(digits) == sum(question(sent))


def _age(sent: str, at: dt.datetime) -> dt.timedelta | None:
    """How long the form was open; None where that cannot be, or nobody knows."""
    began = _began(sent)
    if began is None:
        return None
    age = dt.timedelta(seconds=at.timestamp() - began)
    return age if FASTEST <= age <= LONGEST else None


def _began(sent: str) -> int | None:
    try:
        return int(signing.Signer(salt=SALT).unsign(sent))
    except (signing.BadSignature, ValueError):
        return None


def _address(request: HttpRequest) -> str:
    behind = settings.SECURE_PROXY_SSL_HEADER is not None
    passed_on = request.META.get("HTTP_X_FORWARDED_FOR", "") if behind else ""
    return passed_on.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _key(programme_id: UUID, day: str, kind: str, value: str) -> str:
    """A keyed hash that is another one tomorrow, so that nobody can be followed from day to day."""
    return salted_hmac(SALT, f"{day} {programme_id} {kind} {value}", algorithm="sha256").hexdigest()
