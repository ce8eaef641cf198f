"""Is what comes from another program kept whole, told apart by name, or refused whole?"""

import pytest

from linkwork.core.errors import Invalid
from linkwork.core.ids import new_id
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules.own import DEEPEST
from linkwork.evaluation.coding.rules.taking_in import LONGEST_NAME, NewCode, NewCoding, in_order, names_apart
from linkwork.evaluation.coding.tests.scene import RELATIONS, TEXT, build
from linkwork.testing.cast import NOON, Cast


def test_names_are_told_apart() -> None:
    long = "x" * LONGEST_NAME
    assert names_apart(["Trust", " trust ", "TRUST", "", long, long]) == [
        "Trust",
        "trust (2)",
        "TRUST (3)",
        "–",
        long,
        "x" * (LONGEST_NAME - 4) + " (2)",
    ]


def test_what_would_hang_too_deep_hangs_under_the_last_that_fits() -> None:
    ids = [new_id() for _one in range(DEEPEST + 2)]
    chain = [NewCode(one, "Code", above) for one, above in zip(ids, [None, *ids], strict=False)]
    found = {one.guid: one.parent for one in in_order(reversed(chain))}
    assert list(found) == ids
    assert [found[one] for one in ids[-3:]] == [ids[DEEPEST - 2]] * 3
    assert in_order([NewCode(ids[0], "Code", new_id())])[0].parent is None


def test_codings_come_in_all_or_none(cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    good = NewCoding(new_id(), scene.quotable, 0, 3, (RELATIONS,), by.worker_id, memo=" Why ")
    for change, field in (
        ({"end": len(TEXT) + 1}, "passage"),
        ({"source_id": new_id()}, "passage"),
        ({"codes": ()}, "constructs"),
        ({"codes": (("cfir-2022", "nothing"),)}, "constructs"),
        ({"memo": "x" * 5001}, "memo"),
    ):
        wrong = good._replace(guid=new_id(), **change)
        with pytest.raises(Invalid) as refused:
            actions.take_in_codings(study_id=scene.study_id, codings=[good, wrong], by=by, at=NOON)
        assert list(refused.value.errors) == [field]
    assert reads.codings(by, scene.quotable) == []
    assert actions.take_in_codings(study_id=scene.study_id, codings=[good], by=by, at=NOON) == 1
    assert [one.memo for one in reads.codings(by, scene.quotable)] == ["Why"]
