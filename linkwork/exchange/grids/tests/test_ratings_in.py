"""Published tables of ratings come in: the flags that were printed stand, and the rules say where they differ.

Values of table 2 of Varsi et al. 2015, J Med Internet Res 17(11):e262, doi:10.2196/jmir.5091 (units 1 to 4 with high
implementation, unit 5 with low), and of table 3 of BMC Health Serv Res 2020;20:133, doi:10.1186/s12913-020-4942-z
(schools from high to low; that "a" is weaker, "b" stronger and that three schools are the better ones is inferred).
"""

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.reads.rated import rated
from linkwork.evaluation.coding.rules import rated_table
from linkwork.evaluation.coding.rules.edges import strength
from linkwork.evaluation.coding.rules.rated_table import RatedLine
from linkwork.evaluation.coding.rules.scores import (
    CaseKind,
    Mark,
    Score,
    Settings,
    Telling,
    Verdict,
    verdict,
)
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design
from linkwork.exchange.grids.ratings_in import RatingsRead, read_ratings, take_in
from linkwork.exchange.sheets.table import read_sheet
from linkwork.testing.cast import NOON, Cast

VARSI = """Construct,1,2,3,4,5,Published flag
Relative advantage,+2,+2,m,+1,0,Weak
Adaptability,+1,+2,+1,+1,+1,
Trialability,+2,+2,+2,+2,−1,Strong
Complexity (reverse rated),+1,+1,+1,+1,+1,
Design quality and packaging,+1,+1,+1,−1,0,
Cost,m,0,−1,−2,.,
Patient needs and resources,0,+1,0,0,−1,Weak
Structural characteristics,0,0,0,0,−1,Weak
Networks and communications,+1,m,+1,+2,+1,
Culture,−1,−1,+1,−1,−2,Weak
Tension for change,+1,+1,m,+1,−2,Strong
Compatibility,.,+1,m,+2,−2,Strong
Relative priority,0,.,0,+1,−2,Strong
Incentives and rewards,0,+1,0,.,.,
Goals and feedback,.,.,.,m,0,
Learning climate,+1,+1,.,.,+1,
Leadership engagement,+1,0,+1,0,+1,
Available resources,+2,+2,+2,+2,−1,Strong
Access to information and knowledge,+2,+1,+2,+2,.,
Knowledge and beliefs,+2,+2,m,+2,−1,Weak
Self-efficacy,+1,+1,+2,+2,+2,
Individual stage of change,−1,+2,−1,−1,−1,
"""
SCHOOLS = """Construct,1,2,3,4,5,printed
Complexity (reverse),0,0,−1,−2,−2,a
Personal impact,+1,+1,+1,m,+1,a
Structural characteristics,+1,+1,X,−2,+1,a
Compatibility,+2,+1,+1,−1,−1,a
Relative priority,+2,+2,+1,−2,−2,b
Learning climate,+2,+1,m,−1,m,a
Leadership engagement,+2,+2,+2,−2,−2,b
Knowledge and beliefs,+2,+2,+2,−2,−1,b
"""
PRINTED = {Verdict.STRONG: "Strong", Verdict.WEAK: "Weak"}
EDGES = Settings(rule=Telling.EDGES.value)
A_AND_B = {"a": Verdict.WEAK, "b": Verdict.STRONG}


@pytest.fixture
def study(cast: Cast) -> UUID:
    return studies.open_study(
        title="Sites", design=Design.CASE_STUDY, opened_on=NOON.date(), by=cast.evaluator, at=NOON
    )


def read(cast: Cast, folder: Path, text: str, upper: int | None = 4, **more: object) -> RatingsRead:
    path = folder / "table.csv"
    path.write_text(text, "utf-8")
    asks: dict[str, object] = {"frame_id": "cfir-2009", "upper": upper, "by": cast.evaluator}
    return read_ratings(read_sheet(path), **(asks | more))  # type: ignore[arg-type]


def keep(
    cast: Cast, study: UUID, done: RatingsRead, upper: int = 4, settings: Settings = EDGES
) -> reads.Sheet:
    take_in(
        done,
        study_id=study,
        title=f"Units {settings.rule}",
        kind=CaseKind.SITE,
        upper=upper,
        note="doi:10.2196/jmir.5091",
        settings=settings,
        by=cast.evaluator,
        at=NOON,
    )
    assert done.sheet_id is not None
    return reads.sheet(cast.evaluator, done.sheet_id)


def named(sheet: reads.Sheet, of: object) -> dict[str, str]:
    return {
        code.name: PRINTED.get(of[code.frame_id, code.construct_id], "")  # type: ignore[index]
        for code in sheet.constructs
    }


def printed(sheet: reads.Sheet) -> dict[str, str]:
    return named(sheet, {pair: one.verdict for pair, one in sheet.ruled_verdicts.items()})


def test_the_published_flags_of_twenty_two_rows_stand(cast: Cast, study: UUID, tmp_path: Path) -> None:
    done = read(cast, tmp_path, VARSI)
    assert done.refused == []
    assert [(asked, name) for _row, asked, name in done.read_as] == [
        ("Complexity (reverse rated)", "Complexity"),
        ("Incentives and rewards", "Organizational Incentives and Rewards"),
        ("Access to information and knowledge", "Access to Knowledge and Information"),
        ("Knowledge and beliefs", "Knowledge and Beliefs about the Intervention"),
    ]
    sheet = keep(cast, study, done)
    flags = [line.rpartition(",")[2] for line in VARSI.splitlines()[1:]]
    assert list(printed(sheet).values()) == flags
    assert (flags.count("Strong"), flags.count("Weak")) == (5, 5)
    assert named(sheet, sheet.suggested) == printed(sheet)  # the rule of edges gives every one of them
    assert sheet.flagged == {}
    assert [case.name for case in sheet.cases] == ["1", "2", "3", "4", "5"]


def test_the_usual_rule_differs_in_named_rows_and_the_analyst_wins(
    cast: Cast, study: UUID, tmp_path: Path
) -> None:
    sheet = keep(cast, study, read(cast, tmp_path, VARSI), settings=Settings())
    ruled, suggested = printed(sheet), named(sheet, sheet.suggested)
    differ = {name: (suggested[name], ruled[name]) for name in ruled if suggested[name] != ruled[name]}
    assert differ == {"Knowledge and Beliefs about the Intervention": ("Strong", "Weak")}
    pairs = [(code.frame_id, code.construct_id) for code in sheet.constructs]
    for pair, one in rated(cast.manager, sheet.id, pairs).items():
        assert one.stands is sheet.ruled_verdicts[pair].verdict


def test_no_rule_carries_over_to_another_study(cast: Cast, study: UUID, tmp_path: Path) -> None:
    done = read(cast, tmp_path, SCHOOLS, upper=3, flags=A_AND_B)
    assert [(one.row, one.wrong) for one in done.refused] == [
        (3, "no construct is called “Personal impact”"),
        (4, "3: no rating"),
    ]
    header, rows = done.refused_table()
    assert header[-3:] == ["row", "what is wrong", "what to do"]
    assert rows[0][:2] == ["Personal impact", "+1"]
    sheet = keep(cast, study, done, upper=3)
    ruled, suggested = printed(sheet), named(sheet, sheet.suggested)
    assert (suggested["Compatibility"], ruled["Compatibility"]) == ("Strong", "Weak")
    assert ruled["Leadership Engagement"] == "Strong"


def test_a_row_that_cannot_be_taken_says_why(cast: Cast, tmp_path: Path) -> None:
    table = (
        "Construct,North,South,Flag\n"
        "Culture,1,2,strong\n"
        "Culture,1,2,weak\n"
        "Engaging leaders,1,2,\n"
        "External,1,2,\n"
        "Cost,3,high,\n"
        "Planning,1,2,perhaps\n"
    )
    done = read(cast, tmp_path, table, upper=None)
    assert [line.construct[1] for line in done.lines] == ["inner_setting.culture"]
    assert [(one.row, one.wrong) for one in done.refused] == [
        (3, "this construct stood in an earlier row"),
        (4, "no construct is called “Engaging leaders”"),
        (5, "“External” could be several constructs"),
        (6, "North, South: no rating"),
        (7, "the flag “perhaps” is not known"),
    ]
    assert "External Policy and Incentives" in done.refused[2].to_do


def test_what_is_no_table_is_refused(cast: Cast, study: UUID, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no column for a case"):
        read(cast, tmp_path, "Construct,Flag\nCulture,strong\n")
    with pytest.raises(NotFound):
        read(cast, tmp_path, "Construct,1\nCulture,1\n", frame_id="weather")
    with pytest.raises(Refused, match="no row"):
        keep(cast, study, read(cast, tmp_path, "Construct,1\nWeather,1\n"))
    bare = read(cast, tmp_path, "Construct,1,2\nCulture,1,.\nCost,.,.\n", upper=None)
    assert [line.flag for line in bare.lines] == [None, None]


def test_a_sheet_taken_in_is_checked(cast: Cast, study: UUID) -> None:
    line = RatedLine(("cfir-2009", "inner_setting.culture"), ((Mark.RATED, 1), (Mark.MIXED, 0)), None)
    short = RatedLine(line.construct, line.given[:1], None)
    wrong = RatedLine(line.construct, ((Mark.RATED, 3), (Mark.MIXED, 0)), None)
    usual = {
        "study_id": study,
        "title": "T",
        "kind": CaseKind.SITE,
        "cases": ["a", "b"],
        "lines": [line],
        "upper": 1,
        "note": "",
        "by": cast.evaluator,
        "at": NOON,
    }
    for change, field in (
        ({"title": " "}, "title"),
        ({"cases": []}, "cases"),
        ({"cases": ["a", "a"]}, "cases"),
        ({"cases": ["a", "x" * 121]}, "cases"),
        ({"lines": []}, "lines"),
        ({"lines": [line, line]}, "lines"),
        ({"lines": [short]}, "lines"),
        ({"lines": [wrong]}, "lines"),
        ({"upper": 2}, "upper"),
    ):
        with pytest.raises(Invalid) as refusal:
            actions.take_in_ratings(**(usual | change))  # type: ignore[arg-type]
        assert field in refusal.value.errors
    actions.take_in_ratings(**(usual | {"upper": None}))  # type: ignore[arg-type]
    with pytest.raises(Invalid) as refusal:
        actions.take_in_ratings(**usual)  # type: ignore[arg-type]
    assert set(refusal.value.errors) == {"title"}
    with pytest.raises(NotAllowed):
        actions.take_in_ratings(**(usual | {"by": cast.manager}))  # type: ignore[arg-type]


@pytest.mark.rules
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("+2", (Mark.RATED, 2)),
        ("−1", (Mark.RATED, -1)),
        ("-2.0", (Mark.RATED, -2)),
        ("0", (Mark.RATED, 0)),
        ("m", (Mark.MIXED, 0)),
        ("0 ±", (Mark.MIXED, 0)),
        ("0 mixed", (Mark.MIXED, 0)),
        (".", (Mark.MISSING, None)),
        ("not discussed", (Mark.MISSING, None)),
        ("3", None),
        ("X", None),
    ],
)
def test_what_a_cell_says(text: str, found: object) -> None:
    assert rated_table.given(text) == found


@pytest.mark.rules
def test_what_a_flag_says() -> None:
    assert rated_table.flag("**", {}, True) is Verdict.STRONG
    assert rated_table.flag("a", {"a": Verdict.WEAK}, True) is Verdict.WEAK
    assert rated_table.flag("", {}, True) is Verdict.MIXED
    assert rated_table.flag("", {}, False) is Verdict.INSUFFICIENT
    assert rated_table.flag("perhaps", {}, True) is None
    assert rated_table.named("()", [("a", "Culture")]) == []


VALUES = st.lists(st.integers(-2, 2), min_size=1, max_size=4)


@pytest.mark.rules
@given(VALUES, VALUES)
def test_the_edges_do_not_ask_which_side_is_better(high: list[int], low: list[int]) -> None:
    found = strength(high, low, 2, 1)
    assert found == strength(low, high, 2, 1)
    assert found == strength([-one for one in high], [-one for one in low], 2, 1)
    apart = all(abs(a - b) >= 2 for a in high for b in low) and (min(high) > max(low) or max(high) < min(low))
    assert (found == 2) is apart  # the slow way round: every pair lies two apart, on the same side
    scores = [Score(Mark.RATED, one) for one in (*high, *low)]
    assert verdict(scores, len(high), EDGES) is (Verdict.MIXED, Verdict.WEAK, Verdict.STRONG)[found]
