"""The README's promises: its two commands exist as written, and its scenario can be read."""

import re
import tomllib
from pathlib import Path

import pytest

from hormoneviz.exchange.scenario_file import parse_scenario

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```\w*\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("command", ["python3 packaging/start.py", "python3 packaging/start.py test"])
def test_each_of_the_two_commands_is_a_block_to_copy(command: str) -> None:
    assert f"{command}\n" in BLOCKS


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "python3 packaging/start.py test\n" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_scenario_can_be_read() -> None:
    (text,) = (block for block in BLOCKS if "format = 1" in block)
    assert parse_scenario(text, "README.md").name == tomllib.loads(text)["name"]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_link_into_the_repository_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^):#]+)\)", (ROOT / name).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
