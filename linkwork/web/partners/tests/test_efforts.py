"""Wider efforts for people and the brief about them, as those who make them."""

import datetime as dt
from io import BytesIO
from uuid import UUID

import docx
from django.urls import reverse

from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import AdvocacyState, Level
from linkwork.testing.browsing import signed_in, text
from linkwork.testing.cast import Cast
from linkwork.web.partners.tests.schools import case, letters

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()
DAY = dt.timedelta(days=1)


def test_from_single_letters_to_one_brief(cast: Cast) -> None:
    client, singles = signed_in("worker"), letters(cast, 6)
    page = text(client, "partners:asking")
    assert "You asked The housing office for 6 people" in page
    assert "Ask once, for all of them?" in text(client, "partners:advocacy", singles[0])
    key = reads.proposals(cast.worker)[0].key
    form = text(client, "partners:advocacy_new", proposal=str(key))
    assert "the same stood in the way: They decide, and we do not" in form
    said = {
        "ask": "An answer within two weeks",
        "for_whom": "Everybody in the tower blocks",
        "for_kind": "area",
        "level": "organisational",
        "target": "The housing office",
        "proposal": key,
    }
    wider = UUID(client.post(reverse("partners:advocacy_new"), said)["Location"].split("/")[-2])
    assert "A.A." in text(client, "partners:advocacy", wider)  # initials, for those who may see people
    assert "grew into" in text(client, "partners:advocacy", singles[0])
    brief = text(client, "partners:brief", wider)
    assert "each on their own: 6" in brief
    assert "They decide, and we do not" in brief
    for private in ("Aziz", "Ada", "A.A.", "One person decides"):
        assert private not in brief
    address = reverse("partners:brief", args=[wider])
    assert client.get(address + "?as=pdf").content.startswith(b"%PDF")
    word = docx.Document(BytesIO(client.get(address + "?as=docx").content))
    assert "An answer within two weeks" in [one.text for one in word.paragraphs]
    actions.settle_advocacy(
        action_id=wider, to=AdvocacyState.WON, settled_on=TODAY, result="Agreed", by=cast.worker, at=NOW
    )
    assert "after 0 days" in text(client, "partners:advocacy", wider)
    assert "Settled" in text(client, "partners:asking")


def test_a_brief_about_few_says_only_that_they_are_few(cast: Cast) -> None:
    letters(cast, 3)
    [found] = reads.proposals(cast.worker)
    wider = actions.open_advocacy(
        level=found.level,
        for_whom="Everybody in the tower blocks",
        ask="An answer",
        target="The housing office",
        origins=found.ids,
        opened_on=TODAY,
        by=cast.worker,
        at=NOW,
    )
    brief = text(signed_in("supervisor"), "partners:brief", wider)
    assert "each on their own: fewer than 5" in brief
    assert "In all it was tried" not in brief
    assert "They decide, and we do not" not in brief
    assert "one person" in text(signed_in("supervisor"), "partners:advocacy", wider)


def test_a_second_worker_is_told_before_asking_for_the_same_person(cast: Cast) -> None:
    case_id = case(cast.worker, "Ada")
    actions.open_advocacy(
        level=Level.INDIVIDUAL,
        case_id=case_id,
        ask="A flat without mould",
        target="The housing office",
        opened_on=TODAY,
        by=cast.worker,
        at=NOW,
    )
    client = signed_in("other_worker")
    assert "For A.A." in text(client, "partners:advocacy_new", case=str(case_id))
    said = {"ask": "A flat", "level": "individual", "target": "the housing office", "case": str(case_id)}
    warned = client.post(reverse("partners:advocacy_new"), said).content.decode()
    assert "Amal Haddad has been asking for them since today" in warned
    made = client.post(reverse("partners:advocacy_new"), said | {"anyway": "on"})
    page = client.get(made["Location"]).content.decode()
    assert "Agree who leads" in page
    assert client.get(reverse("partners:advocacy_new") + "?case=" + str(cast.site_id)).status_code == 404


def test_a_proposal_is_set_aside_and_a_manager_says_from_how_many_on(cast: Cast) -> None:
    letters(cast, 3)
    key = reads.proposals(cast.worker)[0].key
    signed_in("worker").post(reverse("partners:proposal_aside"), {"key": key})
    assert reads.proposals(cast.worker) == []
    manager = signed_in("manager")
    assert 'value="3"' in text(manager, "partners:proposal_rule")
    assert manager.post(reverse("partners:proposal_rule"), {"people": "1"}).status_code == 200
    manager.post(reverse("partners:proposal_rule"), {"people": "5"})
    assert reads.people_needed(cast.worker) == 5
