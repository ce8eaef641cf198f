"""Is a case what it should be: a text, who speaks in one, or who is called the same in several?"""

from dataclasses import dataclass
from uuid import UUID

import pytest

from linkwork.core.errors import NotAllowed
from linkwork.core.ids import new_id
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.agreed import Unit
from linkwork.evaluation.coding.rules.finding import touching
from linkwork.evaluation.coding.tests.scene import RELATIONS
from linkwork.evaluation.studies import actions as studying
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import Case
from linkwork.evaluation.studies.rules import Part
from linkwork.evaluation.studies.tests.scene import add, another, open_study
from linkwork.testing.cast import NOON, Cast

GROUP = "Moderator: What helped?\nAmal: The nurse helped me.\nBo: A map. The nurse too.\nAmal: And the bus."
LATER = "I: What helped since?\nAmal: The bus, not the nurse.\nI: Thank you.\nAmal: Bye."


@dataclass(frozen=True)
class Talks:
    """A focus group of three, and a later talk with one of them."""

    study_id: UUID
    group: UUID
    later: UUID
    turn: dict[str, UUID]


@pytest.fixture
def talks(cast: Cast) -> Talks:
    by = cast.evaluator
    study_id = open_study(by)
    group = add(by, study_id, "Group", GROUP)
    later = add(by, study_id, "Later", LATER)
    turn = {one.name: one.turn_id for one in studies.speakers(by, studies.source_line(by, group))}
    return Talks(study_id, group, later, turn)


def code(cast: Cast, source_id: UUID, text: str, words: str) -> str:
    start = text.index(words)
    actions.code_passage(
        source_id=source_id, start=start, end=start + len(words), constructs=[RELATIONS],
        valence=Valence.NEUTRAL, by=cast.evaluator, at=NOON,
    )  # fmt: skip
    return words


@pytest.mark.rules
@pytest.mark.parametrize(
    ("hit", "kept"),
    [((0, 5), False), ((0, 6), True), ((9, 12), True), ((10, 20), False), ((8, 21), True), ((30, 31), False)],
)
def test_a_hit_touches_a_place_or_not(hit: tuple[int, int], kept: bool) -> None:
    assert touching([hit], [(5, 10), (20, 30)]) == ([hit] if kept else [])


def test_who_speaks_is_listed_in_the_order_they_begin(cast: Cast, talks: Talks) -> None:
    line = studies.source_line(cast.evaluator, talks.group)
    found = studies.speakers(cast.evaluator, line)
    assert [(one.name, one.asks, one.turns) for one in found] == [
        ("Moderator", True, 1),
        ("Amal", False, 2),
        ("Bo", False, 1),
    ]
    with pytest.raises(NotAllowed):
        studies.speakers(cast.manager, line)


def test_codings_of_a_text_are_narrowed_to_one_voice(cast: Cast, talks: Talks) -> None:
    for words in ("The nurse helped", "A map", "too.\nAmal", "And the bus"):
        code(cast, talks.group, GROUP, words)
    source = studies.source_line(cast.evaluator, talks.group)

    def said(speaker: UUID) -> list[str]:
        narrow = reads.Narrow(speaker=speaker)
        found = reads.codings_between(cast.evaluator, source, 0, len(GROUP), narrow)
        assert sum(reads.spread(cast.evaluator, source, 50, narrow).strips.values()) == len(found)
        return [GROUP[one.start : one.end] for one in found]

    assert reads.Narrow(speaker=talks.turn["Bo"])
    assert said(talks.turn["Amal"]) == ["The nurse helped", "And the bus"]  # a name is not what they say
    assert said(talks.turn["Bo"]) == ["A map", "too.\nAmal"]
    assert said(talks.turn["Moderator"]) == []
    assert said(new_id()) == []


def test_quotations_are_narrowed_to_a_text_a_voice_or_one_over_texts(cast: Cast, talks: Talks) -> None:
    for words in ("The nurse helped", "A map", "And the bus"):
        code(cast, talks.group, GROUP, words)
    code(cast, talks.later, LATER, "The bus")

    def said(case: Case) -> list[str]:
        return [one.text for one in reads.quotes(cast.evaluator, talks.study_id, case=case)]

    assert said(Case(talks.group)) == ["The nurse helped", "A map", "And the bus"]
    assert said(Case(talks.group, talks.turn["Bo"])) == ["A map"]
    assert said(Case(None, talks.turn["Amal"])) == ["The nurse helped", "And the bus", "The bus"]
    assert said(Case(talks.later, talks.turn["Bo"])) == []
    assert [one.source_id for one in reads.quotes(cast.manager, talks.study_id, case=Case(talks.later))]
    with pytest.raises(NotAllowed):
        reads.quotes(cast.manager, talks.study_id, case=Case(talks.later, talks.turn["Amal"]))


def test_words_are_looked_for_in_what_a_case_says(cast: Cast, talks: Talks) -> None:
    lines = studies.sources(cast.evaluator, talks.study_id)

    def hits(case: Case, unit: Unit | None = None) -> list[str]:
        found = reads.find(cast.evaluator, lines, reads.Ask("nurse", unit=unit, case=case))
        return [one.text for _line, some in found.sources for one in some]

    assert hits(Case(talks.later)) == ["nurse"]
    assert len(hits(Case(None, talks.turn["Amal"]))) == 2
    assert hits(Case(talks.group, talks.turn["Bo"]), Unit.SENTENCE) == ["The nurse too."]
    assert hits(Case(talks.group, talks.turn["Moderator"])) == []
    assert studies.places_said(cast.evaluator, [], Case(None, talks.turn["Bo"])) == {}


def test_who_may_not_read_a_study_learns_nobodys_words(cast: Cast, talks: Talks) -> None:
    stranger = another(cast)
    me = cast.evaluator.id
    assert me
    studying.set_part(study_id=talks.study_id, worker_id=me, part=Part.LEAD, by=cast.evaluator, at=NOON)
    lines = studies.source_lines(stranger, talks.study_id)
    case = Case(None, talks.turn["Amal"])
    for asked in (
        lambda: studies.speakers(stranger, lines[0]),
        lambda: studies.places_said(stranger, lines, case),
        lambda: reads.find(stranger, lines, reads.Ask("nurse")),
        lambda: reads.quotes(stranger, talks.study_id, case=case),
    ):
        with pytest.raises(NotAllowed):
            asked()
    assert reads.quotes(stranger, talks.study_id, case=Case(talks.group)) == []
    told = studies.cases(stranger, studies.study(stranger, talks.study_id))
    assert [(one.title, one.speakers) for one in told] == [("Group", ()), ("Later", ())]


def test_the_cases_of_a_study_are_its_texts_and_who_speaks_in_them(cast: Cast, talks: Talks) -> None:
    add(cast.evaluator, talks.study_id, "Told alone", "The nurse came.")
    found = studies.cases(cast.evaluator, studies.study(cast.evaluator, talks.study_id))
    assert [(text.title, [one.name for one in text.speakers]) for text in found] == [
        ("Group", ["Moderator", "Amal", "Bo"]),
        ("Later", ["I", "Amal"]),
        ("Told alone", []),
    ]
