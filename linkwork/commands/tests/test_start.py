"""Does a command start without what only counting, searching and drawing need?"""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.rules

HEAVY = ("duckdb", "h3", "ibis", "networkx", "numpy", "pandas", "pyarrow", "snowballstemmer", "typst")
READY = "import django, sys; django.setup(); print(*sorted(sys.modules))"


def test_a_command_is_ready_before_the_engines_are_loaded() -> None:
    """Each of them takes a tenth of a second or more, and most commands never ask for it."""
    done = subprocess.run([sys.executable, "-c", READY], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "linkwork.evaluation.coding.models" in loaded
    assert not {*loaded} & {*HEAVY}
