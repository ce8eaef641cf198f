"""What helps and hinders, the sheet for funders, and pages with nothing on them yet."""

import datetime as dt

import pytest
from django.urls import reverse

from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import FactorState, Level, Part
from linkwork.testing.browsing import signed_in, text
from linkwork.testing.cast import Cast
from linkwork.web.partners.papers.sheet import MOST_STATEMENTS
from linkwork.web.partners.tests.schools import letters, school

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()
DAY = dt.timedelta(days=1)


def test_a_factor_its_history_its_picture_and_its_way_into_a_study(cast: Cast) -> None:
    client, partner_id = signed_in("worker"), school(cast)
    assert "Nothing noted yet" in text(client, "partners:factors")
    said = {
        "words": "Nobody knows us there",
        "influence": "hinders",
        "kind": "work",
        "partner": str(partner_id),
    }
    client.post(reverse("partners:factor_new"), said)
    [card] = reads.factors(cast.worker)
    activity_id = actions.begin_activity(
        title="Coffee morning", since=TODAY, parts={partner_id: Part.DEVELOPED}, by=cast.worker, at=NOW
    )
    client.post(
        reverse("partners:factor_move", args=[card.id]),
        {"to": "eased", "eased_by": f"activity:{activity_id}", "note": "They came and asked"},
    )
    page = text(client, "partners:factor", card.id)
    assert "They came and asked" in page
    assert "Coffee morning" in page
    assert "<svg" in text(client, "partners:factors")
    assert "I agree" in page
    assert "I agree" not in text(signed_in("manager"), "partners:factor", card.id)
    evaluator = signed_in("evaluator")
    assert "Nothing new" in text(evaluator, "partners:agreed")
    client.post(reverse("partners:factor_agree", args=[card.id]), {"agrees": "on"})
    assert "Take that back" in text(client, "partners:factor", card.id)
    study_id = studies.open_study(
        title="Taking hold", design=Design.RESIDENCE, opened_on=TODAY, by=cast.evaluator, at=NOW
    )
    assert "Nobody knows us there" in text(evaluator, "partners:agreed")
    taken = evaluator.post(reverse("partners:agreed"), {"study": str(study_id)})
    assert taken["Location"] == reverse("study:study", args=[study_id])
    assert "A study has these words" in text(client, "partners:factor", card.id)
    assert reads.factor(cast.worker, card.id).state is FactorState.EASED


def test_the_sheet_shows_what_was_agreed_to_and_hides_the_few(cast: Cast) -> None:
    partner_id, manager = school(cast), signed_in("manager")
    text(signed_in("worker"), "partners:statement_new", partner_id)
    for place in range(MOST_STATEMENTS + 1):
        signed_in("worker").post(
            reverse("partners:statement_new", args=[partner_id]),
            {"words": f"They listen, {place}. " * 40, "agreed": "on", "said_on": TODAY.isoformat()},
        )
    signed_in("worker").post(
        reverse("partners:statement_new", args=[partner_id]),
        {"words": "Between us only", "said_on": TODAY.isoformat()},
    )
    letters(cast, 2)
    actions.open_advocacy(
        level=Level.COMMUNITY,
        for_whom="Families",
        ask="A light on the path",
        target="The council",
        opened_on=TODAY,
        by=cast.worker,
        at=NOW,
    )
    page = text(manager, "partners:sheet")
    assert "They listen" in page
    assert "Between us only" not in page
    assert "Hill primary school" not in page
    assert "fewer than 5" in page  # people referred
    made = manager.get(reverse("partners:sheet") + "?as=pdf").content
    assert made.startswith(b"%PDF")
    assert "before the first day" in text(
        manager, "partners:sheet", first=TODAY.isoformat(), last=(TODAY - DAY).isoformat()
    )
    assert "They listen" not in text(manager, "partners:sheet", first="2020-01-01", last="2020-12-31")
    assert signed_in("worker").get(reverse("partners:sheet")).status_code == 403

    [kept, *_rest] = [one for one in reads.statements(cast.worker) if not one.shown]
    client = signed_in("worker")
    client.post(reverse("partners:statement_agree", args=[kept.id]), {"may_name": "on"})
    assert "shown with their name" in text(client, "partners:statements")
    assert "Hill primary school" in text(manager, "partners:sheet")
    client.post(reverse("partners:statement_withdraw", args=[kept.id]))
    assert "taken back" in text(client, "partners:statements")
    assert "Between us only" not in text(manager, "partners:sheet")


@pytest.mark.parametrize(
    "name", ["partners:asking", "partners:factors", "partners:activities", "partners:statements"]
)
def test_empty_pages_are_calm(cast: Cast, name: str) -> None:
    text(signed_in("supervisor"), name)
    text(signed_in("worker"), name)
