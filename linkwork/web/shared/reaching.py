"""What one taps to reach somebody: the way from a number or an address as it was typed."""

import re

NUMBER = re.compile(r"\+?[\d\s().\-/]{5,}")


def reach_url(typed: str) -> str:
    """`tel:` or `mailto:`, for the first where there are several; empty for words that are neither."""
    first = re.split(r"[;,]", typed)[0].strip()
    if NUMBER.fullmatch(first):
        return "tel:" + "".join(sign for sign in first if sign.isdigit() or sign == "+")
    return f"mailto:{first}" if "@" in first and " " not in first else ""
