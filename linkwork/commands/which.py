"""Which programme does a command mean? The one named, or the only one there is."""

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer, system
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
