"""In which direction is a language written? Of the languages pages and papers are set in."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "ckb", "ps", "he"})


def direction(language: str) -> str:
    """ "rtl" or "ltr", as HTML and typst say it; "ar-SY" is as "ar"."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
