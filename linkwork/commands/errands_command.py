"""Do what people asked for that takes a while: reports, large files, extracts.

`linkwork serve` and `linkwork demo` do this by themselves. Run it beside where something else serves the pages, with
the same settings and the same LINKWORK_HOME; several may run, on one machine or on several that share that folder.
Where none runs, a page does the work itself, and whoever asked waits for it.

  linkwork errands          until Ctrl-C
  linkwork errands --once   what waits now, then end
"""

import argparse
import contextlib
import os
import sys
import threading

from django.utils import timezone

from linkwork.commands.line import Outcome
from linkwork.errands import runner


def arguments(parser: argparse.ArgumentParser) -> None:
    """How long to go on."""
    parser.add_argument("--once", action="store_true", help="do what waits now, then end")
    parser.add_argument("--until-closed", action="store_true", help="end when the standard input does")


def run(options: argparse.Namespace) -> Outcome:
    """Do errands."""
    if options.once:
        done = 0
        while runner.work_next(timezone.now):
            done += 1
        return Outcome([f"Done: {done}." if done else "Nothing waits."], {"done": done})
    if options.until_closed:
        threading.Thread(target=_end_with_input, name="input", daemon=True).start()
    elif not options.json:
        print("Waiting for errands  (stop with Ctrl-C)", flush=True)  # noqa: T201
    with contextlib.suppress(KeyboardInterrupt):
        runner.keep_working(threading.Event())
    return Outcome(["Stopped."], {"stopped": True})


def _end_with_input() -> None:
    """At once, also in the middle of something: that is taken up again at the next start."""
    sys.stdin.buffer.read()
    os._exit(0)
