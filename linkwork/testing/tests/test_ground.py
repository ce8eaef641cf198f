"""Does the ground hold: the network's fence, the shared folder, the suite's last line, the private contract?"""

import socket
from pathlib import Path

import grimp
import pytest
from importlinter.domain.imports import ModuleExpression

from linkwork.testing import shared
from linkwork.testing.contracts import PrivateContract
from linkwork.testing.network import OutsideNetwork, is_loopback
from linkwork.testing.suite import closing_lines

pytestmark = pytest.mark.rules


def test_a_socket_reaches_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        socket.create_connection(listening.getsockname()[:2], timeout=2).close()


def test_a_socket_reaches_no_other_machine() -> None:
    with socket.socket() as outward, pytest.raises(OutsideNetwork, match=r"192\.0\.2\.1"):
        outward.connect(("192.0.2.1", 80))  # an address reserved for documentation


@pytest.mark.parametrize(
    ("host", "ours"), [("localhost", True), ("::1", True), ("127.9.9.9", True), ("a.test", False)]
)
def test_what_counts_as_this_machine(host: str, ours: bool) -> None:
    assert is_loopback(host) is ours


def test_a_shared_file_is_found_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(shared, "shared_folders", lambda: (tmp_path,))
    assert shared.shared_path("data") == tmp_path / "data"


def test_an_absent_shared_file_skips_with_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "shared_folders", lambda: (tmp_path,))
    with pytest.raises(pytest.skip.Exception, match="needs shared/data/none"):
        shared.shared_path("data/none")


def test_pytests_last_lines_are_found_in_colour_and_without() -> None:
    output = (
        "FAILED\n\x1b[31mFAILED\x1b[0m a/test_b.py::test_c - assert 1\n== 1 failed, 3 passed in 0.5s ==\n"
    )
    assert closing_lines(output) == (
        ("FAILED a/test_b.py::test_c - assert 1",),
        "=== 1 failed, 3 passed in 0.5s ===",
    )
    assert closing_lines("Success: no issues found") == ((), "")


def _check(*imports: tuple[str, str]) -> list[str]:
    graph = grimp.ImportGraph()
    for importer, imported in imports:
        graph.add_module(importer)
        graph.add_module(imported)
        graph.add_import(importer=importer, imported=imported)
    contract = PrivateContract("tables", {}, {"private_modules": ["house.**.models"]})
    checked = contract.check(graph, verbose=False)
    assert checked.kept is not bool(checked.metadata["trespasses"])
    trespasses: list[str] = checked.metadata["trespasses"]
    return trespasses


def test_a_room_imports_its_own_tables() -> None:
    assert _check(("house.kitchen.actions", "house.kitchen.models")) == []


def test_no_other_room_imports_them() -> None:
    trespass = ("house.hall.reads", "house.kitchen.models.pans")
    assert _check(("house.kitchen.actions", "house.kitchen.models"), trespass) == [" -> ".join(trespass)]


def test_the_expression_is_one_import_linter_understands() -> None:
    assert ModuleExpression("house.**.models").has_wildcard_expression()
