"""`python -m linkwork COMMAND`: see `linkwork --help`."""

import os
import sys


def main() -> None:
    """Read the command line, prepare Django, run the command, leave with its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linkwork.config.settings")
    from linkwork.commands.line import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
