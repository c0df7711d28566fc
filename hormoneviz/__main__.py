"""Where the program starts: arguments in, exit status out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from hormoneviz.shell.commandline import run


def main(argv: Sequence[str] | None = None) -> int:
    """Run HormoneViz with these arguments (those of the process if None) and return its exit status."""
    return run(list(sys.argv[1:] if argv is None else argv))


if __name__ == "__main__":
    sys.exit(main())
