"""Who is who inside one extract, without saying who? Keyed pseudonyms.

HMAC-SHA-256 over the id (RFC 2104): whoever lacks the key can neither compute a pseudonym from an id nor find the
id of a pseudonym by trying. The same key gives the same pseudonym in every table and every later extract, so that
people can be followed over time; another key gives others, so that two studies cannot be laid side by side.
"""

import hmac
from uuid import UUID

LENGTH = 32  # hexadecimal digits: 128 bits, so that two ids never meet by chance


def pseudonym(key: bytes, value: object) -> str | None:
    """The pseudonym of an id (a UUID, or the text a foreign log uses). None stays missing.

    Raises TypeError for anything else: a number or a date is no id.
    """
    if value is None:
        return None
    if isinstance(value, UUID):
        return hmac.digest(key, value.bytes, "sha256").hex()[:LENGTH]
    if isinstance(value, str):
        return hmac.digest(key, b"text:" + value.strip().casefold().encode(), "sha256").hex()[:LENGTH]
    raise TypeError(f"{type(value).__name__} is no id.")
