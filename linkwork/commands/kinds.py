"""A command with a sub-command for each file of a folder: `linkwork import KIND`, `linkwork export KIND`."""

import argparse
import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from linkwork.commands.line import Outcome


@dataclass(frozen=True)
class Kinds:
    """The files of `package`; each has a module docstring (its help), `arguments(parser)` and `run(options)`."""

    package: ModuleType

    def names(self) -> list[str]:
        """The kinds there are, in the order of the alphabet."""
        return sorted(module.name for module in pkgutil.iter_modules(self.package.__path__))

    def arguments(
        self, parser: argparse.ArgumentParser, shared: Callable[[argparse.ArgumentParser], None]
    ) -> None:
        """A sub-command for each kind: first what `shared` asks of all, then what its own file asks."""
        kinds = parser.add_subparsers(dest="what", metavar="KIND", required=True)
        for name in self.names():
            text = (self._load(name).__doc__ or "").strip()
            one = kinds.add_parser(
                name,
                help=text.splitlines()[0],
                description=text,
                formatter_class=argparse.RawDescriptionHelpFormatter,
            )
            shared(one)
            # given after the kind too, where a hand writes it; SUPPRESS keeps the one given before
            one.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
            self._load(name).arguments(one)

    def run(self, options: argparse.Namespace) -> Outcome:
        """Hand over to the kind that was asked for."""
        outcome: Outcome = self._load(options.what).run(options)
        return outcome

    def _load(self, name: str) -> Any:
        return importlib.import_module(f"{self.package.__name__}.{name}")
