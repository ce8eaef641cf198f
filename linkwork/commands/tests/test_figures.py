"""From a synthetic log to figures on the command line; an extract taken, checked, found changed."""

import json
from pathlib import Path
from uuid import UUID

import pytest

from linkwork.commands import line
from linkwork.commands.demo.log import rows, write_log
from linkwork.core.viewer import system
from linkwork.evaluation.studies.actions import open_study
from linkwork.evaluation.studies.rules.words import Design
from linkwork.extracts import reads as extracts
from linkwork.testing.cast import NOON, Cast

NAME = "North practices"


@pytest.fixture
def say(cast: Cast, capsys: pytest.CaptureFixture[str]):
    """Run a command line; its exit code, what it printed (read from JSON with --json), and its complaint."""

    def run(*words: str):
        code = line.run(words)
        out, complaint = capsys.readouterr()
        return code, json.loads(out) if "--json" in words else out, complaint

    return run


def test_the_published_margins_from_a_spreadsheet(say, tmp_path: Path) -> None:
    path = tmp_path / "synthetic.xlsx"
    write_log(path)
    code, said, _ = say("import", "contacts", str(path), "--programme", NAME, "--json")
    assert (code, said["rows"], said["taken"], said["refused"], said["contradictions"]) == (
        0,
        1294,
        1294,
        [],
        [],
    )
    assert said["left_out"] == ["Synthetic: no real people"]
    assert said["unknown"] == []
    code, found, _ = say("figures", "--extract", said["extract"], "--programme", NAME, "--json")
    figures = {one["id"]: one for one in found["figures"]}
    assert code == 0
    assert figures["contacts"]["value"] == 1294
    assert figures["first_share"]["sentence"] == "507 of 1,294 contacts were a first meeting (39.2 %)."
    assert (figures["repeat_share"]["numerator"], figures["repeat_share"]["value"]) == (787, 60.8)
    assert figures["contacts_per_first"]["value"] == 2.55
    assert figures["people_reached"]["value"] == 507
    assert figures["contacts_per_worker"]["denominator"] == 5
    assert figures["first_disagreements"]["numerator"] == 0
    code, text, _ = say("figures", "--programme", NAME, "--by", "worker")
    assert code == 0
    assert text.count("    Worker ") >= 5
    assert "507 of 1,294 contacts were a first meeting (39.2 %)." in text


def test_contradictions_are_listed_and_still_counted(say, tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    write_log(path, contradictions=25)
    code, said, _ = say("import", "contacts", str(path), "--programme", NAME)
    assert code == 0
    assert "25 contradictions, nothing was changed:" in said
    assert "(--json lists them all)" in said
    _code, found, _ = say("figures", "--programme", NAME, "--json")
    figures = {one["id"]: one for one in found["figures"]}
    assert figures["first_share"]["numerator"] == 532
    assert figures["first_derived_share"]["numerator"] == 507
    assert figures["first_disagreements"]["numerator"] == 25
    with pytest.raises(ValueError, match="people are met twice"):
        rows(contradictions=508)


def test_refused_rows_come_back_as_a_file(say, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Column A,Column B,Plats\nP1,2026-03-01,månen\nP2,snart,\n", "utf-8")
    mapped = ["--map", "Column A=person", "--map", "Column B=occurred_on"]
    code, said, _ = say("import", "contacts", str(path), "--programme", NAME, *mapped)
    assert code == 1
    assert "Refused row 3, Column B: “snart” is not a day. Write it as 2026-03-12." in said
    assert "“månen” is in no list" in said
    assert "P2,snart" in (tmp_path / "log-refused.csv").read_text("utf-8-sig")
    code, _, complaint = say("import", "contacts", str(path), "--programme", NAME)
    assert (code, "no column was recognised for person, occurred_on" in complaint) == (2, True)
    code, _, complaint = say("import", "contacts", str(path), "--programme", NAME, "--map", "Column A")
    assert (code, "--map takes COLUMN=FIELD" in complaint) == (2, True)


def test_an_extract_is_taken_checked_and_found_changed(say, cast: Cast) -> None:
    code, said, _ = say("extract", "--programme", NAME, "--json")
    assert code == 0
    assert json.loads(Path(said["manifest"]).read_text("utf-8"))["hash"] == said["hash"]
    code, text, _ = say("extract", "--programme", NAME, "--check", said["extract"])
    assert (code, "is what it was" in text) == (0, True)
    path = extracts.table_path(system(cast.programme_id), UUID(said["extract"]), "stages")
    path.chmod(0o644)
    path.write_bytes(b"x")
    code, text, _ = say("extract", "--programme", NAME, "--check", said["extract"])
    assert (code, text.strip()) == (1, "stages.parquet was changed.")
    code, text, _ = say("extract", "--programme", NAME)
    assert (code, "Manifest: " in text) == (0, True)


def test_what_cannot_be_found_is_said(say) -> None:
    for words, complaint in [
        (
            ("extract",),
            "Say which programme, with --programme NAME (known: North practices, South families).",
        ),
        (("extract", "--programme", "East"), 'There is no programme "East"'),
        (("figures", "--programme", NAME), "This programme has no extract yet."),
        (("figures", "--programme", NAME, "--extract", "first"), '"first" is no extract'),
    ]:
        code, _, said = say(*words)
        assert (code, complaint in said) == (2, True), said


def test_an_extract_for_a_study_with_days_to_the_month(say, cast: Cast) -> None:
    code, said, _ = say("extract", "--programme", NAME, "--days", "month", "--json")
    assert (code, said["days"]) == (0, "month")
    assert "Days: shifted" in say("extract", "--programme", NAME, "--days", "shifted")[1]
    assert "no study “Luck”" in say("extract", "--programme", NAME, "--study", "Luck")[2]
    study = open_study(
        title="Taking hold", design=Design.INTERVIEWS, opened_on=NOON.date(), by=cast.evaluator, at=NOON
    )
    taken = UUID(say("extract", "--programme", NAME, "--study", "Taking hold", "--json")[1]["extract"])
    assert extracts.extract(cast.evaluator, taken).study_key == str(study)


def test_two_extracts_are_compared(say, cast: Cast) -> None:
    taken = [
        say("extract", "--programme", NAME, *more, "--json")[1]["extract"]
        for more in ((), ("--since", "2026-01-01", "--days", "month", "--study-key", "thesis"))
    ]
    code, said, _ = say("extract", "--programme", NAME, "--compare", *taken, "--json")
    assert (code, said["days"], said["same_pseudonyms"]) == (0, ["exact", "month"], False)
    words = say("extract", "--programme", NAME, "--compare", *taken)[1]
    for part in ("days: exact → month", "part, since: – → 2026-01-01", "by different codes"):
        assert part in words
    assert "Nothing differs." in say("extract", "--programme", NAME, "--compare", taken[0], taken[0])[1]


def test_figures_of_some_days(say, tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    write_log(path)
    say("import", "contacts", str(path), "--programme", NAME, "--json")
    code, whole, _ = say("figures", "--programme", NAME, "--by", "month", "--json")
    months = {one["key"]: one["numerator"] for one in whole["figures"][0]["groups"]}
    month = max(months, key=lambda key: months[key] or 0)
    days = ("--from", f"{month}-01", "--until", f"{month}-28")
    code, part, _ = say("figures", "--programme", NAME, *days, "--json")
    assert (code, part["since"], part["until"]) == (0, f"{month}-01", f"{month}-28")
    assert 0 < part["figures"][0]["numerator"] <= months[month]
    code, _, complaint = say("figures", "--programme", NAME, "--from", "2026-02-02", "--until", "2026-02-01")
    assert code != 0
    assert "ends before it begins" in complaint
    with pytest.raises(SystemExit):
        say("figures", "--from", "yesterday")


def test_a_survey_of_staff_becomes_scores(say, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    lines = ["respondent,role,day,N01,N02,N10"]
    lines += [f"{n},{'worker' if n < 8 else 'manager'},2026-02-03,4,5,Disagree" for n in range(10)]
    path.write_text("\n".join([*lines, "11,worker,2026-02-03,nine,5,1"]), "utf-8")
    asked = ("import", "survey", str(path), "--instrument", "nomad", "--programme", NAME)
    code, said, _ = say(*asked, "--json")
    assert (code, said["rows"], said["taken"]) == (1, 11, 10)
    assert said["refused"][0]["fault"]["column"] == "N01"
    assert "“nine” is no answer" in Path(said["refused_file"]).read_text("utf-8-sig")
    code, found, _ = say("figures", "--extract", said["extract"], "--programme", NAME, "--json")
    [nomad] = found["surveys"]
    coherence, _participation, action, *_rest = nomad["constructs"]
    assert (nomad["respondents"], coherence["mean"], action["mean"]) == (10, 4.5, 4.0)
    assert [(group["key"], group["hidden"]) for group in coherence["groups"]] == [
        ("manager", True),
        ("worker", True),
    ]
    code, text, _ = say("figures", "--extract", said["extract"], "--programme", NAME)
    assert "Coherence: 4.50 on a scale from 1 to 5; respondents: 10." in text
    assert "    manager: hidden (few)" in text
    code, text, _ = say(*asked)
    assert "Refused row 12, N01" in text


def test_figures_leave_rounded_where_that_is_asked_for(say) -> None:
    taken = say("extract", "--programme", NAME, "--json")[1]["extract"]
    code, said, _ = say("extract", "--programme", NAME, "--release", taken, "--rounded", "--json")
    assert (code, said["base"]) == (0, 5)
    assert "rounded to 5" in say("extract", "--programme", NAME, "--release", taken)[1]
