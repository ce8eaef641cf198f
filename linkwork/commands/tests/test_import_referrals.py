"""`linkwork import referrals`: good rows wait, refused ones come back, the same file again changes nothing."""

import json

from django.utils import timezone

from linkwork.casework import reads
from linkwork.commands import line
from linkwork.testing.cast import Cast

PROGRAMME = "North practices"


def run(*arguments):
    return line.run(["import", "referrals", *map(str, arguments), "--programme", PROGRAMME])


def test_a_file_comes_in_and_again(cast: Cast, tmp_path, capsys):
    path = tmp_path / "list.csv"
    path.write_text("Patient,Phone\nBo,0555 1\n,0555 2\n", "utf-8")
    assert run(path, "--map", "Patient=given_name") == 1
    said = capsys.readouterr().out
    assert "2 rows read: 1 taken, 0 here before, 1 refused." in said
    assert "Refused row 3, Patient: there is no name." in said
    back = tmp_path / "list-refused.csv"
    back.write_text(back.read_text("utf-8-sig").replace("\n,0555", "\nIda,0555"), "utf-8")
    assert run(back, "--map", "Patient=given_name", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (len(found["taken"]), found["known"]) == (1, 0)
    assert run(back, "--map", "Patient=given_name") == 0
    assert len(reads.referrals_waiting(cast.manager, timezone.now())) == 2


def test_it_stops_with_a_sentence(cast: Cast, tmp_path, capsys):
    path = tmp_path / "list.csv"
    path.write_text("Patient,Phone\nBo,0555 1\n", "utf-8")
    assert run(path, "--map", "nonsense") == 2
    assert "--map takes COLUMN=FIELD" in capsys.readouterr().err
