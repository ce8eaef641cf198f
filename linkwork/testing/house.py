"""The floors of the house, read from the import contracts in pyproject.toml, so that there is one list of them."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "linkwork"


def _floors() -> list[list[str]]:
    """Rooms from the ground up; rooms of one floor together."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(
        c["layers"] for c in contracts if c["type"] == "layers" and c.get("containers") == ["linkwork"]
    )
    return [[room.strip(" ()") for room in layer.split("|")] for layer in reversed(layers)]


FLOORS = _floors()


def room_of(module: str) -> str:
    """The room a module of ours belongs to ("linkwork.casework.models" is in casework); empty for others' code."""
    parts = module.split(".")
    return parts[1] if parts[0] == "linkwork" and len(parts) > 1 else ""


def floor_of(room: str) -> int:
    """How high a room stands; the ground floor is 0. Raises LookupError for a folder nobody placed."""
    for height, floor in enumerate(FLOORS):
        if room in floor:
            return height
    raise LookupError(f"{room} stands on no floor: add it to the contract in pyproject.toml")
