"""`linkwork import ratings`: a table comes in as settled, refused rows come back."""

import json

import pytest

from linkwork.commands import line
from linkwork.evaluation.coding import reads
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design
from linkwork.testing.cast import NOON, Cast

TABLE = "Construct,North,South,Flag\nCulture,2,-1,a\nWeather,1,1,\n"


@pytest.fixture
def study(cast: Cast):
    return studies.open_study(
        title="Sites", design=Design.CASE_STUDY, opened_on=NOON.date(), by=cast.evaluator, at=NOON
    )


def run(*arguments):
    fixed = ["--study", "Sites", "--title", "Two sites", "--programme", "North practices"]
    return line.run(["import", "ratings", *map(str, arguments), *fixed])


def test_a_table_comes_in_and_refused_rows_come_back(cast: Cast, study, tmp_path, capsys):
    path = tmp_path / "table.csv"
    path.write_text(TABLE, "utf-8")
    assert run(path, "--upper", "1", "--flag", "a=weak", "--source", "doi:10.2196/jmir.5091") == 1
    said = capsys.readouterr().out
    assert "1 constructs by 2 cases taken, 1 rows refused." in said
    assert "Refused row 3: no construct is called “Weather”." in said
    back = (tmp_path / "table-refused.csv").read_text("utf-8-sig")
    assert "Weather,1,1,,3,no construct" in back
    (found,) = reads.sheets(cast.evaluator, study)
    sheet = reads.sheet(cast.evaluator, found.id)
    ((_pair, ruled),) = sheet.ruled_verdicts.items()
    assert (ruled.verdict, ruled.note) == ("weak", "doi:10.2196/jmir.5091")
    assert set(sheet.suggested.values()) == {"strong"}


def test_it_answers_a_program_and_stops_with_a_sentence(cast: Cast, study, tmp_path, capsys):
    path = tmp_path / "table.csv"
    path.write_text("Construct,North\nComplexity (reverse),2\n", "utf-8")
    assert run(path, "--flag", "nonsense") == 2
    assert "--flag takes WORD=VERDICT" in capsys.readouterr().err
    assert run(path, "--frame", "cfir-2009", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["constructs"], found["cases"], found["refused"]) == (1, ["North"], [])
    assert found["read_as"][0]["construct"] == "Complexity"
