"""`hormoneviz check`: what is wrong with this installation and how to mend it."""

from __future__ import annotations

from argparse import Namespace

from hormoneviz.shell.check import run_check


def check(options: Namespace) -> int:
    """Print the findings and return the exit status."""
    return run_check(as_json=options.json)
