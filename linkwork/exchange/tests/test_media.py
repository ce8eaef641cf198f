"""Files that were handed in: kept whole, under names nobody can guess, and no way out of their folder."""

from pathlib import Path
from typing import Any

import pytest

from linkwork.core.errors import NotFound
from linkwork.exchange import media


def test_a_file_is_kept_read_and_thrown_away(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    name = media.keep(b"%PDF-1", ".pdf")
    assert media.NAME.fullmatch(name)
    assert media.read(name) == b"%PDF-1"
    assert [path.name for path in (tmp_path / "media").iterdir()] == [name]
    media.forget(name)
    media.forget(name)
    media.forget("")
    with pytest.raises(NotFound):
        media.read(name)


@pytest.mark.parametrize("name", ["../secret.txt", "", "a.pdf", "x" * 32 + ".pdf/..", "/etc/passwd"])
def test_no_name_leads_elsewhere(settings: Any, tmp_path: Path, name: str) -> None:
    settings.HOME = tmp_path
    with pytest.raises(NotFound):
        media.read(name)
