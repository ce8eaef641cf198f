"""Does the desk learn what it shows of a part of a text, narrowed, and what others have done since?"""

import pytest

from linkwork.core.errors import NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, TEXT, build, code, second_coder
from linkwork.evaluation.studies import reads as studies
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import Cast


def test_only_the_codings_on_a_part_are_read(cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    first = code(by, scene.quotable, "One of", RELATIONS)
    last = code(by, scene.quotable, "now", ENROLMENT)
    source = studies.source_part(by, scene.quotable, 4, 6)
    assert (source.part, source.length) == (TEXT[4:10], len(TEXT))
    found = reads.codings_between(by, source, 0, 10)
    assert [one.id for one in found] == [first]
    assert reads.spread(by, source, 50).strips == {0: 1, len(TEXT) // 50: 1}
    assert [one and one.id for one in (
        reads.near(by, source, 0, True), reads.near(by, source, 50, False), reads.near(by, source, 0, False)
    )] == [last, first, None]  # fmt: skip
    twin = code(by, scene.quotable, "One", RELATIONS)
    after = reads.near(by, source, 0, True, first)
    before = reads.near(by, source, 0, False, twin)
    assert (after and after.id, before and before.id) == (twin, first)
    one = reads.one_coding(by, source, last)
    assert one is not None
    assert one.codes[0].construct_id == ENROLMENT[1]
    assert reads.one_coding(by, source, new_id()) is None
    with pytest.raises(NotFound):
        studies.source_part(by, new_id())
    with pytest.raises(NotAllowed):
        reads.codings_between(cast.manager, source, 0, 10)
    with pytest.raises(NotAllowed):
        reads.spread(cast.manager, source, 50)


def test_codings_are_narrowed(cast: Cast) -> None:
    scene, by, other = build(cast), cast.evaluator, second_coder(cast)
    a = code(by, scene.quotable, "One of", RELATIONS, valence=Valence.BARRIER)
    b = code(other, scene.quotable, "nurses", ENROLMENT, RELATIONS, stage=Stage.MAINTENANCE)
    source = studies.source_line(by, scene.quotable)

    def ids(narrow: reads.Narrow) -> list[object]:
        return [one.id for one in reads.codings_between(by, source, 0, 1000, narrow)]

    assert ids(reads.Narrow(code=ENROLMENT)) == [b]
    assert len(reads.codings_between(by, source, 0, 1000, reads.Narrow(code=ENROLMENT))[0].codes) == 2
    assert ids(reads.Narrow(coder=by.id)) == [a]
    assert ids(reads.Narrow(valence=Valence.BARRIER)) == [a]
    assert ids(reads.Narrow(stage=Stage.OPERATION)) == [a]
    assert ids(reads.Narrow(stage=Stage.MAINTENANCE)) == [b]
    assert not reads.Narrow()
    assert reads.Narrow(code=ENROLMENT)
    coders = reads.spread(by, source, 50).coders
    assert [(name, n) for _id, name, n in coders] == [("Elif Kaya", 1), ("Ida Moe", 1)]
    assert reads.used_in(by, source) == {RELATIONS: 2, ENROLMENT: 1}
    assert reads.recent_codes(by, scene.study_id) == [RELATIONS]


def test_what_others_coded_since_arrives(cast: Cast) -> None:
    scene, by, other = build(cast), cast.evaluator, second_coder(cast)
    since = code(by, scene.quotable, "One of", RELATIONS)
    assert reads.arrived(by, scene.quotable, since) == reads.Arrived((), None)
    code(other, scene.quotable, "nurses", RELATIONS)
    newest = code(other, scene.quotable, "came", RELATIONS)
    code(by, scene.quotable, "meeting", RELATIONS)
    found = reads.arrived(by, scene.quotable, since)
    assert (found.by, found.newest) == ((("Ida Moe", 2),), newest)
