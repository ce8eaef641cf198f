"""Which outcome measures may be used here, where do they come from, and how is each counted?

Those whose licence allows it are shipped whole, word for word. The others are empty slots: a definition without wording
or scoring, which a deployment fills after getting its licence, with a file of the same name in the folder "measures" of
LINKWORK_HOME. There it may also add translations ("phq-9.ar.json") and measures of its own. A file at fault is left out
and named by `faults`: no measure is ever half right.
"""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from linkwork.core.errors import NotFound
from linkwork.instruments.measures.files import read, read_wording
from linkwork.instruments.measures.shapes import Measure, Wording

__all__ = ["FOLDER", "Measure", "Wording", "faults", "measure", "measures"]

FOLDER = Path(__file__).parent.parent / "data" / "measures"
Stamp = tuple[tuple[str, int], ...]


def measures() -> tuple[Measure, ...]:
    """All measures, those that can be used first, then by title."""
    return _gathered()[0]


def measure(measure_id: str) -> Measure:
    """One measure, also a slot that is not filled. Raises NotFound."""
    for one in measures():
        if one.id == measure_id:
            return one
    raise NotFound(f'There is no measure "{measure_id}".')


def faults() -> tuple[str, ...]:
    """What is wrong with this deployment's own files, a sentence each that names the file."""
    return _gathered()[1]


def own_folder() -> Path:
    """Where this deployment keeps the measures it has a licence for."""
    return Path(settings.HOME) / "measures"


def _gathered() -> tuple[tuple[Measure, ...], tuple[str, ...]]:
    folder = own_folder()
    stamp = tuple(sorted((path.name, path.stat().st_mtime_ns) for path in folder.glob("*.json")))
    return _together(folder, stamp)


@lru_cache(maxsize=4)
def _together(folder: Path, stamp: Stamp) -> tuple[tuple[Measure, ...], tuple[str, ...]]:
    """Shipped and own ones. `stamp` names the files and when they were written, so that a new one is noticed."""
    known = dict(_shipped())
    wrong: list[str] = []
    for name in sorted((name for name, _when in stamp), key=lambda name: (name.count("."), name)):
        try:
            _take(folder / name, known)
        except (ValueError, OSError) as problem:
            wrong.append(str(problem))
        except (LookupError, TypeError, AttributeError, ArithmeticError) as problem:
            wrong.append(f"{name}: a key has another shape than expected ({problem!r}).")
    return tuple(sorted(known.values(), key=lambda one: (not one.usable, one.title))), tuple(wrong)


def _take(path: Path, known: dict[str, Measure]) -> None:
    """One file of the deployment: a translation where its name has two parts, else a measure."""
    first, _dot, language = path.stem.partition(".")
    if language:
        if first not in known or not known[first].usable:
            raise ValueError(f'{path.name}: there is no measure "{first}" to translate.')
        known[first] = known[first].with_wording(read_wording(path, known[first]))
        return
    if first in known and known[first].ships:
        raise ValueError(f'{path.name}: "{first}" is shipped with Linkwork. Give your own another name.')
    known[first] = read(path, own=True)


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Measure]:
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.json"))}
