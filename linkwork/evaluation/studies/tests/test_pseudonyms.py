"""Are the names behind pseudonyms kept so that only the key opens them?"""

import stat
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.ids import new_id
from linkwork.evaluation.studies import actions, keys, reads
from linkwork.evaluation.studies.actions import NameDecision
from linkwork.evaluation.studies.models import FieldNote, Pseudonym, Recording, Turn
from linkwork.evaluation.studies.rules import NameKind
from linkwork.evaluation.studies.tests.scene import add, open_study
from linkwork.testing.cast import NOON, Cast


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Any) -> None:
    settings.HOME = tmp_path


def test_names_are_sealed_with_the_studys_own_key(cast: Cast, tmp_path: Path) -> None:
    by = cast.evaluator
    study_id = open_study(by)
    source = reads.source(by, add(by, study_id, text="I am Amal."))
    actions.replace_names(
        source_id=source.id,
        text_hash=source.hash,
        decisions=[NameDecision("Amal", NameKind.NAME, "", ((5, 9),))],
        finished=True,
        by=by,
        at=NOON,
    )
    (row,) = Pseudonym.objects.all()
    assert "Amal" not in row.sealed
    assert row.mark == keys.mark_of(study_id, "AMAL")
    assert keys.unseal(study_id, row.sealed) == "Amal"
    (file,) = (tmp_path / "keys" / "pseudonyms").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    Pseudonym.objects.update(sealed=keys.seal(new_id(), "Amal"))  # another study's key
    assert [one.words for one in actions.read_pseudonyms(study_id=study_id, by=by, at=NOON)] == [None]


def test_the_database_keeps_what_hangs_on_a_source_true(cast: Cast) -> None:
    by = cast.evaluator
    source_id = add(by, open_study(by))
    base = {"programme_id": cast.programme_id, "source_id": source_id, "created_at": NOON}
    sound = {"media_type": "audio/wav", "sha256": "x"}
    for make in (
        lambda: Turn.objects.create(**base, start=3, said_from=2, end=5),
        lambda: Turn.objects.create(**base, start=1, said_from=2, end=5, begins_ms=9, ends_ms=3),
        lambda: [Turn.objects.create(**base, start=1, said_from=2, end=5) for _ in range(2)],
        lambda: Recording.objects.create(**base, **sound, stored="a", size=0),
        lambda: [Recording.objects.create(**base, **sound, stored=name, size=1) for name in "ab"],
        lambda: [FieldNote.objects.create(**base, held_on=NOON.date()) for _ in range(2)],
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()
