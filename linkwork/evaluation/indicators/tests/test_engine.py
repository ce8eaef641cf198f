"""Where a count writes what does not fit in memory."""

from pathlib import Path

from django.conf import settings

from linkwork.evaluation.indicators.engine import opened


def test_what_does_not_fit_in_memory_stays_in_the_private_folder() -> None:
    with opened({}) as engine:
        ((folder,),) = engine._backend.con.execute("SELECT current_setting('temp_directory')").fetchall()
    assert Path(folder).is_relative_to(settings.HOME)
