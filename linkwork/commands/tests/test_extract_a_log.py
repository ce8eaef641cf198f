"""`linkwork extract --log`: a log read by a mapping from a file, kept under a name, applied to next month's."""

import json

import pytest

from linkwork.commands.line import run as main
from linkwork.extracts import reads
from linkwork.testing.cast import Cast

MAPPING = {
    "columns": {"person": "Kod", "occurred_on": "Dag", "mode": "Hur"},
    "words": {"mode": {"hemma hos": "met"}},
    "headings": ["Kod", "Dag", "Hur", "Namn"],
}


@pytest.fixture
def told(cast: Cast, tmp_path, capsys):
    def run(*words: str) -> tuple[int, dict[str, object]]:
        code = main(["extract", "--programme", "North practices", *words, "--json"])
        return code, json.loads(capsys.readouterr().out)

    (tmp_path / "how.json").write_text(json.dumps(MAPPING), "utf-8")
    (tmp_path / "march.csv").write_text("Kod,Dag,Hur,Namn\nP1,2026-03-01,Hemma hos,Amal\n", "utf-8")
    (tmp_path / "april.csv").write_text("Kod,Dag,Hur,Plats\nP1,2026-03-02,Hemma hos,x\nP2,soon,,\n", "utf-8")
    return run


def test_a_log_is_read_by_a_mapping_that_is_kept_for_the_next(cast: Cast, told, tmp_path) -> None:
    code, said = told(
        "--log", f"{tmp_path}/march.csv", "--mapping", f"{tmp_path}/how.json", "--keep-mapping", "Monthly"
    )
    assert (code, said["taken"], said["new_headings"]) == (0, 1, [])
    assert said["mapping"]["words"] == {"mode": {"Hemma hos": "met"}}
    code, said = told("--log", f"{tmp_path}/april.csv", "--mapping", "Monthly", "--days", "month")
    assert (code, said["taken"], said["new_headings"], said["gone_headings"]) == (1, 1, ["Plats"], ["Namn"])
    assert {one.days for one in reads.extracts(cast.evaluator)} == {"exact", "month"}
    code, said = told("--mappings")
    assert [one["name"] for one in said["mappings"]] == ["Monthly"]


def test_what_is_no_mapping_is_said(told, tmp_path, capsys, cast: Cast) -> None:
    log = ["extract", "--programme", "North practices", "--log", f"{tmp_path}/march.csv", "--mapping"]
    assert main([*log, "Yearly"]) == 2
    assert "no such mapping" in capsys.readouterr().err
    assert main([*log, f"{tmp_path}/march.csv"]) == 2
    assert "is no mapping" in capsys.readouterr().err
