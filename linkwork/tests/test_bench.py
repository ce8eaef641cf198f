"""Do the measurements still run, and count alike? How long that takes is theirs to say."""

import importlib
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
