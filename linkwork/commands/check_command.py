"""Check that this installation is sound.

Looks at the settings, the database and its migrations, and reads the trail of every programme from its first row:
each row's hash must follow from the one before it. Reads the measures this installation has added.
Exits with 1 where something is wrong.

  linkwork check
  linkwork check --json
"""

import argparse

from django.core import checks
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from linkwork.commands.line import Outcome
from linkwork.core.viewer import system
from linkwork.instruments import measures
from linkwork.trail import reads as trail


def arguments(parser: argparse.ArgumentParser) -> None:
    """No options of its own."""


def run(options: argparse.Namespace) -> Outcome:
    """Each check adds a line; a failed one sets the exit code."""
    messages = [str(message) for message in checks.run_checks()]
    executor = MigrationExecutor(connection)
    waiting = [str(step) for step, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    chains = [] if waiting else trail.chains(system(None))
    broken = [chain for chain in chains if chain.broken_at is not None]
    lines = [
        f"Settings: {'; '.join(messages) if messages else 'sound'}.",
        f"Database ({connection.vendor}): {f'{len(waiting)} migrations waiting' if waiting else 'up to date'}.",
        f"Trail: {sum(chain.length for chain in chains)} rows in {len(chains)} chains, {len(broken)} broken.",
    ]
    lines += [f"  programme {chain.programme_id}: does not hold at row {chain.broken_at}" for chain in broken]
    faulty = list(measures.faults())
    lines += [f"Measures: {'; '.join(faulty) if faulty else 'sound'}."]
    data = {
        "measures": faulty,
        "settings": messages,
        "migrations_waiting": waiting,
        "trail": [
            {"programme": str(chain.programme_id), "rows": chain.length, "broken_at": chain.broken_at}
            for chain in chains
        ],
    }
    return Outcome(lines, data, 1 if messages or waiting or broken or faulty else 0)
