"""Do the measurements still run, and count alike? How long that takes is theirs to say."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from linkwork.testing.house import ROOT


def test_the_table_of_a_log_is_counted_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "bench"), *sys.path])
    bench = importlib.import_module("figures")
    bench.make(tmp_path, 300)
    answer = bench.ours(tmp_path)()
    assert answer["contacts/all"][0] == 300
    by_hand = bench.sql(tmp_path)()
    assert {key: by_hand.get(key) for key in answer} == answer


def test_a_process_begun_by_a_large_one_is_not_called_large() -> None:
    little = (
        f"import sys; sys.path[:0] = ['{ROOT / 'bench'}']; import harness; print(harness.peak_megabytes())"
    )
    large = f"held = b'x' * (300 << 20); import subprocess, sys; subprocess.run([sys.executable, '-c', {little!r}])"
    said = subprocess.run([sys.executable, "-c", large], capture_output=True, text=True, check=True).stdout
    assert 1 < float(said) < 200
