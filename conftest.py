"""Sets the stage for every test: which database, an empty home, no network outside this machine.

LINKWORK_TEST_DATABASE chooses `sqlite` (the default) or `postgres`.
"""

import atexit
import contextlib
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import hypothesis
import pytest

from linkwork.testing import network, postgres

# A busy machine is slow; that says nothing about the code, so no test fails by the clock.
hypothesis.settings.register_profile(
    "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("house")

DATABASES = {"db", "transactional_db", "django_db_setup", "live_server"}
KEPT = ("LINKWORK_TEST_", "LINKWORK_SHARED", "LINKWORK_CHROMIUM")


def _set_stage() -> None:
    """Choose the database and the home; the workers of a run inherit both from its first process."""
    stage = contextlib.ExitStack()
    atexit.register(stage.close)
    if signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:  # so that being ended also clears up
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = Path(stage.enter_context(tempfile.TemporaryDirectory(prefix="linkwork-test-")))
    database = os.environ.get("LINKWORK_TEST_DATABASE", "sqlite")
    if database not in ("sqlite", "postgres"):
        pytest.exit(f"LINKWORK_TEST_DATABASE is sqlite or postgres, not {database}.", returncode=2)
    address = f"sqlite:///{(folder / 'linkwork.sqlite3').as_posix()}"
    if database == "postgres":
        address = stage.enter_context(postgres.server())
    for name in [name for name in os.environ if name.startswith("LINKWORK_")]:
        if not name.startswith(KEPT):
            del os.environ[name]  # the developer's own settings are not the tests'
    os.environ["LINKWORK_HOME"] = str(folder)
    os.environ["LINKWORK_DATABASE_URL"] = address
    os.environ["LINKWORK_SECRET_KEY"] = "the tests' own key, of no use anywhere else"
    os.environ["LINKWORK_FAST_HASH"] = "1"


# Now, before any other conftest or test is imported: those import models.
if "PYTEST_XDIST_WORKER" not in os.environ:
    _set_stage()
os.environ["DJANGO_SETTINGS_MODULE"] = "linkwork.config.settings"
django.setup()

pytest_plugins = ["linkwork.testing.fixtures"]

if worker := os.environ.get("PYTEST_XDIST_WORKER"):
    # A home of its own for each worker: what one writes (extracts, keys) another does not find.
    from django.conf import settings as own

    own.HOME = own.HOME / worker
    own.EXTRACTS = own.HOME / "extracts"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks a database `stored`: pytest-django refuses it to every test that does not say so."""
    for item in items:
        if item.get_closest_marker("django_db") or DATABASES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.stored)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest) -> None:
    """SQLite in a file, as people run it: in memory, the live server's threads would share one connection."""
    from django.db import connections

    settings = connections["default"].settings_dict
    if settings["ENGINE"].endswith("sqlite3"):
        settings["TEST"]["NAME"] = str(Path(os.environ["LINKWORK_HOME"]) / "test.sqlite3")
    request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


@pytest.fixture(autouse=True, scope="session")
def _no_outside_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        network.refuse_outside(patch)
        yield
