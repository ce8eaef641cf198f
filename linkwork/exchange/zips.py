"""ZIP archives from strangers: measured before anything in them is unpacked."""

import io
import zipfile

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused

MOST_BYTES = 1024 * 1024 * 1024
MOST_RATIO = 200
MOST_FILES = 20_000
SMALL = 1024 * 1024  # a small file may be packed as tightly as it likes


def open_zip(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive. Raises Refused for what is none, is locked, leads outside of itself, or would unpack too large."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
        infos = packed.infolist()
    except (zipfile.BadZipFile, ValueError):
        raise Refused(_("%(file)s cannot be opened: it is no whole ZIP archive.") % {"file": name}) from None
    for one in infos:
        _measure(one, name)
    if len(infos) > MOST_FILES or sum(one.file_size for one in infos) > MOST_BYTES:
        raise Refused(_("%(file)s is too large to be read at once.") % {"file": name})
    return packed


def _measure(one: zipfile.ZipInfo, name: str) -> None:
    if one.flag_bits & 1:
        raise Refused(_("%(file)s is locked with a password. Save it without.") % {"file": name})
    if ".." in one.filename.split("/") or one.filename.startswith(("/", "\\")):
        raise Refused(
            _("%(file)s holds a file that leads outside of it, so it is not read.") % {"file": name}
        )
    if one.file_size > SMALL and one.file_size > MOST_RATIO * max(one.compress_size, 1):
        raise Refused(_("%(file)s would unpack to far more than it is, so it is not read.") % {"file": name})
