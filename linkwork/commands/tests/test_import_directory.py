"""`linkwork import directory`: the report, the refused rows, and a second import that doubles nothing."""

import json

import pytest

from linkwork.commands import line
from linkwork.directory import reads
from linkwork.directory.reads import Query
from linkwork.exchange.sheets.table import read_sheet
from linkwork.testing.cast import Cast
from linkwork.testing.shared import shared_path

PROGRAMME = "North practices"


def run(*arguments):
    return line.run(["import", "directory", *map(str, arguments), "--programme", PROGRAMME])


@pytest.fixture
def services(tmp_path):
    path = tmp_path / "services.csv"
    path.write_text("name,hours,cost\nSoup,Mon 9am-5pm,Free\n,Tue,\nBread,N/A,\n", "utf-8")
    return path


def test_it_reports_row_by_row_and_writes_the_refused_ones_back(cast: Cast, services, monkeypatch, capsys):
    monkeypatch.chdir(services.parent)
    assert run(services) == 1
    said = capsys.readouterr().out
    assert "3 rows read (plain): 2 new, 0 changed, 0 unchanged, 0 repeated, 1 refused." in said
    assert "Refused row 3: The row has no name." in said
    assert "hours: 1 × A filler" in said
    refused = read_sheet(services.with_name("services-refused.csv"))
    assert refused.rows[0].cells["row"] == "3"
    assert refused.rows[0].cells["what to do"]
    assert reads.search(cast.worker, Query(words="soup")).matches


def test_put_right_and_imported_again_all_is_well(cast: Cast, services, tmp_path, capsys):
    run(services, "--refused", tmp_path / "put-right.csv")
    text = (tmp_path / "put-right.csv").read_text("utf-8-sig").replace("\n,Tue", "\nTea,Tue")
    (tmp_path / "put-right.csv").write_text(text, "utf-8")
    assert run(tmp_path / "put-right.csv", "--json") == 0
    said = json.loads(capsys.readouterr().out.partition("\n{")[2].join(["{", ""]))
    assert (said["rows"], said["new"]) == (1, 1)


def test_it_stops_with_a_sentence(cast: Cast, services, tmp_path, capsys):
    assert line.run(["import", "directory", str(services), "--programme", "Nowhere"]) == 2
    assert "known: North practices" in capsys.readouterr().err
    assert run(tmp_path / "gone.csv") == 2


def test_the_copy_of_2026_doubles_nothing(cast: Cast, tmp_path, capsys):
    first = shared_path("data/directories/melbourne_helping_out_2024-03.csv")
    second = shared_path("data/directories/oasa/melbourne_helping_out.csv")
    assert run(first, "--source-date", "2024-03-13", "--refused", tmp_path / "refused.csv") == 1
    capsys.readouterr()
    assert run(second, "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["rows"], said["new"], said["repeated"]) == (118, 0, 0)
    assert said["changed"] < 20
    assert run(second, "--json") == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 118


def test_services_of_one_name_within_a_list_stay_apart(cast: Cast, capsys):
    for name, pairs in (("neighbourhood_houses", 146), ("housing_finder", 34), ("ballarat_food", 26)):
        for new, unchanged in ((pairs, 0), (0, pairs)):
            assert run(shared_path(f"data/directories/oasa/{name}.csv"), "--json") == 0
            said = json.loads(capsys.readouterr().out)
            assert (said["new"], said["unchanged"]) == (new, unchanged), name
