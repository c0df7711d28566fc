"""docs/claims.md is what the command writes, and `hormoneviz claims` says the same."""

from __future__ import annotations

import re

import pytest

from benchmarks import claims_table as table
from hormoneviz.exchange.claims.claim import Claim
from hormoneviz.exchange.claims.library import claims
from hormoneviz.exchange.claims.tally import Result
from hormoneviz.look.words import LEVELS
from hormoneviz.shell.commandline import run
from hormoneviz.shell.verbs import claims as verb

_NUMBER = re.compile(r"-?\d+\.?\d*(?:e[+-]?\d+)?")
WRITE = "run python -m benchmarks.claims_table --write"


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return table.found()


def numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]


def test_the_document_is_current(results: list[Result]) -> None:
    said = table.DOCUMENT.read_text(encoding="utf-8").splitlines()
    wanted = table.document(results).splitlines()
    assert len(said) == len(wanted), WRITE
    for ours, line in zip(wanted, said, strict=True):
        assert _NUMBER.sub("", line) == _NUMBER.sub("", ours), WRITE
        assert numbers(line) == pytest.approx(numbers(ours), rel=0.03, abs=0.02), WRITE


def test_the_counts_are_printed_and_a_filter_narrows_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", "--check", "--id", "A026"]) == 0
    said = capsys.readouterr().out
    assert "3 of 3 expectations held" in said
    assert re.search(r"^all +1 +0 +0 +0 +0 +0 +1$", said, re.MULTILINE)


def test_a_known_miss_is_told_with_its_reason_and_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", "--check", "--id", "B026"]) == 0
    assert claims()["B026"].known_miss in capsys.readouterr().out


def test_a_miss_that_nobody_explained_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from msgspec.structs import replace

    claim = claims()["B026"]
    told: Claim = replace(claim, expect=tuple(replace(e, fails=(), miss="") for e in claim.expect))
    monkeypatch.setattr(verb, "all_claims", lambda: {"B026": told})
    assert run(["claims", "--check"]) == 1
    assert "no reason on file" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("filters", "within"),
    [
        (["--grade", "contradicted"], {"A066", "C050"}),
        (["--hormone", "TNF", "--tissue", "muscle", "--time", "hours"], {"C041", "A054"}),
        (["--tissue", "uterus"], {"B025"}),
    ],
)
def test_filters_choose(filters: list[str], within: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", *filters]) == 0
    listed = set(re.findall(r"^[ABC]\d{3}", capsys.readouterr().out, re.MULTILINE))
    assert within <= listed < set(claims())


@pytest.mark.parametrize("level", verb.LEVELS)
def test_one_claim_is_told_in_full(level: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", "--id", "A066", "--level", level]) == 0
    said = capsys.readouterr().out
    assert claims()["A066"].said(level) in said
    assert claims()["A066"].wrong in said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--hormone", "testosteron"], 'did you mean "testosterone"?'),
        (["--id", "A999"], 'no claim has "A999"'),
        (["--level", "basic"], 'did you mean "basics"?'),
    ],
)
def test_a_filter_that_no_claim_can_pass_is_told(
    asked: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["claims", *asked]) == 2
    assert said in capsys.readouterr().err


def test_the_levels_are_those_of_the_words() -> None:
    assert verb.LEVELS == LEVELS
