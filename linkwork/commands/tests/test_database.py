"""Is a database of another version left alone, with a word of what to do?"""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from linkwork.commands.database import bring_up_to_date
from linkwork.core.errors import Refused

pytestmark = pytest.mark.django_db


def test_a_database_of_this_version_is_taken_as_it_is():
    bring_up_to_date()


def test_a_database_of_another_version_is_refused():
    MigrationRecorder(connection).record_applied("casework", "0099_from_another_time")
    with pytest.raises(Refused, match="another version of Linkwork"):
        bring_up_to_date()
