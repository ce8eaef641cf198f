"""Which programme does a command mean, and which extract? Those named, or the only and the latest there is."""

from uuid import UUID

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer, system
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.programmes import reads as programmes


def operator(name: str | None) -> Viewer:
    """The operator inside the programme of this name. Raises NotFound, naming those there are."""
    known = {card.name: card.id for card in programmes.all_programmes()}
    if not name and len(known) == 1:
        return system(next(iter(known.values())))
    if name not in known:
        names = ", ".join(sorted(known)) or "none yet"
        if not name:
            raise NotFound(f"Say which programme, with --programme NAME (known: {names}).")
        raise NotFound(f'There is no programme "{name}" (known: {names}).')
    return system(known[name])


def chosen_extract(by: Viewer, asked: str) -> ExtractCard:
    """The extract with the id `asked`, or the latest. Raises NotFound, saying what to do."""
    if asked == "latest":
        card = extracts.latest(by)
        if card is None:
            raise NotFound("This programme has no extract yet. Take one: linkwork extract")
        return card
    try:
        return extracts.extract(by, UUID(asked))
    except ValueError as wrong:
        raise NotFound(f'"{asked}" is no extract\'s id. Give an id, or latest.') from wrong
