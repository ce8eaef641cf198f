"""What one taps to reach somebody: the way from a number or an address as it was typed."""

import re
from urllib.parse import quote

NUMBER = re.compile(r"\+?[\d\s().\-/]{5,}")


def reach_url(typed: str) -> str:
    """`tel:` or `mailto:`, for the first where there are several; empty for words that are neither."""
    first = re.split(r"[;,]", typed)[0].strip()
    if NUMBER.fullmatch(first):
        return "tel:" + "".join(sign for sign in first if sign.isdigit() or sign == "+")
    return f"mailto:{first}" if "@" in first and " " not in first else ""


def text_url(number: str, words: str) -> str:
    """`sms:` with the words filled in, to be sent from one's own phone; empty where the number is none."""
    to = reach_url(number).removeprefix("tel:")
    return f"sms:{to}?&body={quote(words)}" if to and "@" not in to else ""
