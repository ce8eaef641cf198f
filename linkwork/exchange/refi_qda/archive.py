"""The ZIP around a project: read with a measure in hand, written without a path of ours in it."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.exchange.zips import open_zip


@dataclass(frozen=True)
class Archive:
    """An opened `.qdpx`: the project's XML, and the sources by their names in lower case."""

    name: str
    project: bytes
    _zip: zipfile.ZipFile
    _names: dict[str, str]

    def source(self, path: str) -> bytes | None:
        """A file of the folder of sources, for a path as the project gives it; None where it is not there."""
        wanted = path.removeprefix("internal://").removeprefix("sources/").rpartition("/")[2].casefold()
        found = self._names.get(wanted)
        return self._zip.read(found) if found else None


def open_archive(data: bytes, name: str) -> Archive:
    """Open and measure. Raises Refused for what is no ZIP, has no project, leads outside, or would unpack too large."""
    packed = open_zip(data, name)
    infos = packed.infolist()
    projects = [one.filename for one in infos if one.filename.casefold().endswith(".qde")]
    if len(projects) != 1:
        raise Refused(_("%(file)s holds no project: one .qde file is expected in it.") % {"file": name})
    sources = {
        one.filename.rpartition("/")[2].casefold(): one.filename
        for one in infos
        if one.filename.casefold().startswith("sources/")
    }
    return Archive(name, packed.read(projects[0]), packed, sources)


def pack(project: bytes, sources: Iterable[tuple[str, bytes]]) -> bytes:
    """A `.qdpx`: `project.qde` and a flat folder `sources`. The same content gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, content in [
            ("project.qde", project),
            *((f"sources/{name}", data) for name, data in sources),
        ]:
            info = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            packed.writestr(info, content)
    return out.getvalue()
