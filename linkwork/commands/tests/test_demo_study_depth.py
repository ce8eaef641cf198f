"""Does the demonstration's first study show what a team does: a settled round, versions, tables, a matrix, memos?"""

import datetime as dt
from dataclasses import replace

import pytest

from linkwork.commands.demo import study, study_depth
from linkwork.commands.demo.programmes import PLANS, open_programme
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules.agreement import Coefficient

NOW = dt.datetime(2026, 3, 12, 12, 0, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_the_first_study_goes_deep_and_the_others_do_not():
    scene = open_programme(PLANS[0], NOW)
    study.fill(scene)
    study_depth.fill(scene)
    by, study_id = scene.evaluator, scene.made["studies"][-1]
    (card,) = reads.rounds(by, study_id)
    assert (card.codebook, card.finished, card.closed_at is not None) == (2, True, True)
    assert all(one.settled_at for one in card.sources)
    assert len({one.sort for one in reads.differences(by, card.id).places}) >= 3
    assert [one.number for one in reads.versions(by, study_id)] == [2, 1]
    for one in reads.saved_tables(by, study_id):
        assert reads.code_table(by, study_id, one.asked).cells
    ((matrix, _title, _kind),) = reads.matrices(by, study_id)
    cells = [cell for row in reads.matrix_rows(by, reads.matrix(by, matrix)).rows for cell in row.cells]
    assert sum(cell.summary is not None for cell in cells) == 4
    (record,) = reads.agreement_records(by, study_id)
    kept = reads.agreement_record(by, record.id).found
    named = {each["coefficient"] for code in kept["codes"] for each in code["found"]}
    assert Coefficient.ALPHA_ORDINAL in named
    study_depth.fill(replace(scene, key=PLANS[1].key))
    assert len(reads.rounds(by, study_id)) == 1
