"""Which term of a list does a word in a file mean?"""

from linkwork.core.text import fold
from linkwork.instruments import lists
from linkwork.instruments.lists import Own


class ListWords:
    """The words of the lists as the programme says them; what it said otherwise is known by its shipped name too."""

    def __init__(self, own: Own) -> None:
        self._own = own
        self._codes: dict[str, dict[str, str]] = {}

    def code(self, list_id: str, text: str) -> str:
        """The code of a word, by code, label or (of a language) hint; empty where there is none."""
        if list_id not in self._codes:
            self._codes[list_id] = self._of(list_id)
        return self._codes[list_id].get(fold(text), "")

    def _of(self, list_id: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for term in (*lists.all_of(self._own, list_id), *lists.terms(list_id)):
            hints = (term.hint,) if list_id == "languages" else ()
            for word in (term.code, term.label, *hints):
                found.setdefault(fold(word), term.code)
        found.pop("", None)
        return found
