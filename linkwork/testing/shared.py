"""Where are the real inputs that some tests read: directory data, schemas, documents?

They lie in a folder beside the checkout and are never part of it, so a test that wants one skips where it is absent.
"""

import os
import subprocess
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


def shared_path(relative: str) -> Path:
    """The path of a file or folder in the shared folder, such as `data/taxonomies/cioc_feetype.csv`.

    Skips the test that asks, with the reason, where there is no such file. `LINKWORK_SHARED` names another folder.
    """
    for folder in shared_folders():
        if (folder / relative).exists():
            return folder / relative
    pytest.skip(f"needs shared/{relative} beside the checkout, or LINKWORK_SHARED naming the shared folder")


@cache
def shared_folders() -> tuple[Path, ...]:
    """Where the shared folder may be, the likeliest first."""
    if named := os.environ.get("LINKWORK_SHARED"):
        return (Path(named),)
    return (CHECKOUT.parent / "shared", main_worktree().parent / "shared")


def main_worktree() -> Path:
    """The checkout that a git worktree belongs to; the checkout itself where it is not a worktree or git is missing."""
    ask = ["git", "-C", str(CHECKOUT), "rev-parse", "--path-format=absolute", "--git-common-dir"]
    try:
        answer = subprocess.run(ask, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return CHECKOUT
    return Path(answer.stdout.strip()).parent
