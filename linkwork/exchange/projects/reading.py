"""Which program wrote this project, and what does it hold?"""

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.exchange.projects import qualcoder, taguette
from linkwork.exchange.projects.database_file import MAGIC, tables_of
from linkwork.exchange.refi_qda.reading import read_qdpx
from linkwork.exchange.refi_qda.shapes import Loss, Project
from linkwork.exchange.zips import open_zip


def read_project(data: bytes, name: str) -> tuple[Project, Loss]:
    """A REFI-QDA project, a Taguette database, or a QualCoder project (its `data.qda`, or its folder as a ZIP).

    The project and what of the file was not carried. Raises Refused with what to do.
    """
    if data.startswith(MAGIC):
        return _read_database(data, name)
    packed = open_zip(data, name)
    inside = [one.filename for one in packed.infolist() if one.filename.rpartition("/")[2] == "data.qda"]
    if len(inside) == 1:
        return _read_database(packed.read(inside[0]), name)
    return read_qdpx(data, name)


def _read_database(data: bytes, name: str) -> tuple[Project, Loss]:
    with tables_of(data, name) as tables:
        if tables.has(*taguette.TABLES):
            return taguette.project_in(tables, name)
        if tables.has(*qualcoder.TABLES):
            return qualcoder.project_in(tables, name)
    raise Refused(
        _("%(file)s is a database, but neither Taguette’s nor QualCoder’s: its tables are others.")
        % {"file": name}
    )
