"""How do exports name and write their file? By its ending, and over nothing that is there."""

from collections.abc import Sequence
from pathlib import Path

from linkwork.core.errors import Refused


def kind_of(path: Path, kinds: Sequence[str]) -> str:
    """What the file's ending asks for. Raises Refused, naming what could be asked."""
    kind = path.suffix.casefold().removeprefix(".")
    if kind not in kinds:
        said = ", ".join(f".{one}" for one in kinds)
        raise Refused(f"{path.name} does not say what to write: let it end in one of {said}.")
    return kind


def write_out(path: Path, data: bytes, *, replace: bool) -> None:
    """Write the file. Raises Refused where one is there already and was not to be replaced, or no folder is."""
    if path.exists() and not replace:
        raise Refused(f"There is a file {path} already. Name another, or say --replace.")
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent}.")
    path.write_bytes(data)
