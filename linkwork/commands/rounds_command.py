"""Do what is due now: send letters that wait, ask silent partners again, remind people of appointments.

`linkwork serve` does this every minute by itself. Run it by a timer where something else serves the pages. It is safe
to repeat and safe to run beside another. It exits with 1 where a duty could not be done. Demonstrations are left as
they are unless asked for.

  linkwork rounds
  linkwork rounds --demonstrations
  linkwork rounds --json
"""

import argparse
from dataclasses import asdict

from django.utils import timezone

from linkwork.commands.duties import duties, make_rounds
from linkwork.commands.line import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to make the rounds of demonstrations too."""
    parser.add_argument("--demonstrations", action="store_true", help="do what is due in demonstrations too")


def run(options: argparse.Namespace) -> Outcome:
    """One round."""
    done = make_rounds(timezone.now(), demonstrations=options.demonstrations)
    lines = [f"{one.programme}: {one.duty}: {one.count}" for one in done if one.count]
    lines += [f"{one.programme}: {one.duty} could not be done: {one.problem}" for one in done if one.problem]
    data = {"duties": list(duties()), "done": [asdict(one) for one in done]}
    return Outcome(lines or ["Nothing is due."], data, 1 if any(one.problem for one in done) else 0)
