"""The cases of a study as the choices of a form: its texts, who speaks in each, who speaks in several."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.evaluation.studies.reads import Case, CaseText, Speaker

Choice = tuple[str, str]


def of_text(found: Sequence[Speaker]) -> list[Choice]:
    """Whose words a text can be narrowed to, as (turn id, name); nobody where one person speaks alone."""
    return [(str(one.turn_id), _name(one)) for one in found] if len(found) > 1 else []


def of_study(texts: Sequence[CaseText]) -> list[tuple[str, list[Choice]]]:
    """Whose words a study can be narrowed to, as (heading, choices), the values as `read` takes them.

    Texts in which one person answers are cases themselves; of the others, everybody in them is one.
    """
    alone = [(str(text.source_id), text.title) for text in texts if not _several(text)]
    groups = [(text.title, _everybody(text)) for text in texts if _several(text)]
    over = _over_texts([one for text in texts for one in text.speakers])
    return [
        group for group in ((_("Texts"), alone), (_("Speak in several texts"), over), *groups) if group[1]
    ]


def read(said: str) -> Case | None:
    """A case from its value in an address; nothing for anything else."""
    source, colon, turn = said.partition(":")
    try:
        return Case(UUID(source) if source else None, UUID(turn) if colon else None) if said else None
    except ValueError:
        return None


def _several(text: CaseText) -> bool:
    return sum(not one.asks for one in text.speakers) > 1


def _everybody(text: CaseText) -> list[Choice]:
    whole = str(text.source_id)
    return [(whole, _("Everybody in it")), *((f"{whole}:{one.turn_id}", _name(one)) for one in text.speakers)]


def _over_texts(found: Sequence[Speaker]) -> list[Choice]:
    named: dict[str, list[Speaker]] = {}
    for one in found:
        if not one.asks:
            named.setdefault(one.name, []).append(one)
    return [
        (f":{some[0].turn_id}", f"{_isolated(name)} ({_texts(len(some))})")
        for name, some in sorted(named.items())
        if len(some) > 1
    ]


def _texts(count: int) -> str:
    return ngettext("%(n)s text", "%(n)s texts", count) % {"n": count}


def _name(one: Speaker) -> str:
    return _("%(name)s (asks)") % {"name": _isolated(one.name)} if one.asks else _isolated(one.name)


def _isolated(name: str) -> str:
    return f"\u2068{name}\u2069"  # it may run the other way than the page
