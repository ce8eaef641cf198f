"""`python -m linkwork COMMAND`: see `linkwork --help`."""

import os
import sys


def main() -> None:
    """Read the command line, prepare Django, run the command, leave with its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linkwork.config.settings")
    if sys.argv[1:] == ["demo"] and _is_ready():
        return
    from linkwork.commands.line import run

    sys.exit(run(sys.argv[1:]))


def _is_ready() -> bool:
    """Serve a demonstration that is filled already, without preparing anything; False where it is not."""
    from linkwork.commands import ready
    from linkwork.commands.serving import opening, serve
    from linkwork.config.environment import home

    lines = ready.said(home(), os.environ.get("LINKWORK_DATABASE_URL", ""))
    if lines is None:
        return False
    print("\n".join([*lines, opening("127.0.0.1", 8000)]), flush=True)  # noqa: T201
    serve("127.0.0.1", 8000, workers=1)
    return True


if __name__ == "__main__":
    main()
