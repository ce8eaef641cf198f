"""What was said about a concern cannot be changed or removed: not by an action, and not in the database."""

import ast
import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.casework import actions, models, reads
from linkwork.casework.facts import TABLES
from linkwork.casework.rules.safeguarding import Account, Agreed, RiskSource
from linkwork.casework.tests import scenes
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON
from linkwork.testing.demonstration import build_demonstration
from linkwork.testing.house import PACKAGE

KEPT = ["ConcernAccount", "ConcernEntry"]
EARLIER = NOON - dt.timedelta(days=400)


@pytest.fixture
def whole(cast):
    """A concern, something told, and a question about a note, as the actions leave them."""
    case_id = scenes.case(cast)
    account = Account(facts="A bruise", agreed=Agreed.YES)
    concern_id = actions.raise_concern(account=account, case_id=case_id, by=cast.worker, at=NOON)
    actions.note_told(concern_id=concern_id, told="Duty desk", told_at=NOON, by=cast.worker, at=NOON)
    actions.ask_about_risk(
        case_id=case_id,
        source=RiskSource.NOTE,
        contact_id=scenes.contact(cast, case_id),
        by=cast.worker,
        at=NOON,
    )
    return cast


@pytest.mark.parametrize("table", [*KEPT, "Concern"])
def test_nothing_is_removed(whole, table):
    with pytest.raises(IntegrityError, match="casework_concern_is_kept"), transaction.atomic():
        getattr(models, table).objects.all()._raw_delete("default")


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("ConcernAccount", {"facts": "Nothing"}),
        ("ConcernEntry", {"words": "Nothing"}),
        ("Concern", {"about": "x", "case": None}),
        ("Concern", {"raised_at": EARLIER}),
    ],
)
def test_nothing_is_overwritten(whole, table, change):
    with pytest.raises(IntegrityError, match="casework_concern_is_kept"), transaction.atomic():
        getattr(models, table).objects.update(**change)


def test_a_demonstration_may_be_thrown_away(db):
    build_demonstration()
    [card] = [one for one in programmes.all_programmes() if one.demonstration]
    [login] = programmes.demonstration_logins()
    login_id = programmes.login_named(login.email)
    assert login_id is not None
    viewer = programmes.viewer_for(login_id, card.id)
    actions.raise_concern(account=Account(facts="x", agreed=Agreed.YES), about="x", by=viewer, at=NOON)
    for table in (*KEPT, "Concern"):
        getattr(models, table).objects.all()._raw_delete("default")
    assert reads.concerns(viewer) == []


def test_no_action_of_the_house_changes_or_removes_an_account_or_an_entry():
    """Their names stand in actions only where rows are added or read."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "tests" in path.parts or "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                names = {part.id for part in ast.walk(node.func) if isinstance(part, ast.Name)}
                if names & {"ConcernAccount", "ConcernEntry"}:
                    assert node.func.attr not in {"update", "delete", "save", "bulk_update"}, path
                if "Concern" in names:
                    assert node.func.attr != "delete", path


@pytest.mark.parametrize(
    ("table", "change", "name"),
    [
        ("Concern", {"due_at": None}, "casework_concern_clock_runs"),
        ("Concern", {"due_at": EARLIER}, "casework_concern_in_order"),
        ("RiskQuestion", {"answer": "none"}, "casework_risk_answer_whole"),
        ("RiskQuestion", {"answer": "none", "answered_at": EARLIER}, "casework_risk_answer_whole"),
    ],
)
def test_a_row_that_cannot_be_true_is_refused(whole, table, change, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        getattr(models, table).objects.update(**change)


@pytest.mark.parametrize(
    ("table", "change", "name"),
    [
        ("Concern", {"about": "x"}, "casework_concern_is_about_one"),
        ("Concern", {"case_id": None}, "casework_concern_is_about_one"),
        ("ConcernAccount", {"number": 1}, "once|UNIQUE"),
        ("ConcernAccount", {"number": 2, "facts": ""}, "casework_concern_account_says_something"),
        ("ConcernAccount", {"number": 2, "capacity": "in_doubt"}, "casework_concern_doubt_says_why"),
        ("ConcernAccount", {"number": 2, "agreed": "no"}, "casework_concern_untold_says_why"),
        ("ConcernEntry", {"number": 2}, "once|UNIQUE"),
        ("ConcernEntry", {"kind": "told", "told": ""}, "casework_concern_told_says_whom"),
        ("ConcernEntry", {"kind": "closed", "told": "x"}, "casework_concern_told_says_whom"),
        (
            "ConcernEntry",
            {"kind": "decided", "told": "", "told_at": None},
            "casework_concern_decision_says_why",
        ),
        ("ConcernEntry", {"worker_id": None}, "casework_concern_entry_has_a_hand"),
        ("RiskQuestion", {}, "once|UNIQUE"),
    ],
)
def test_a_new_row_that_cannot_be_true_is_refused(whole, table, change, name):
    row = getattr(models, table).objects.last()
    row.id, row._state.adding = row._meta.pk.get_default(), True
    if table == "ConcernEntry":
        row.number = 9
    for field, value in change.items():
        setattr(row, field, value)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        row.save()


def test_concerns_never_reach_an_extract():
    names = {table.name for table in TABLES} | {column.name for table in TABLES for column in table.columns}
    assert not [name for name in names if "concern" in name or "risk" in name]
