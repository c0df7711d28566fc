"""The claims: each modelled one does what was said of it, or is on file as missed with its reason; a claim
that is written wrong is told in one line."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest

from benchmarks import body_fast_targets as hours
from benchmarks.calendar_targets import CALENDAR_TARGETS
from benchmarks.cell_targets import TARGETS as CELL_TARGETS
from hormoneviz import resources
from hormoneviz.exchange.claims.claim import Claim
from hormoneviz.exchange.claims.experiment import experiment
from hormoneviz.exchange.claims.library import cited, claims, parse_claims
from hormoneviz.exchange.claims.measure import Bench
from hormoneviz.exchange.claims.reference import REFERENCES, reference
from hormoneviz.exchange.claims.tally import Result, counts, measured
from hormoneviz.exchange.errors import BadInput
from hormoneviz.kinetics.parameters import sources
from hormoneviz.views.body.readings import READ_OUTS
from hormoneviz.views.body.row import ORGANS
from hormoneviz.views.calendar.quantities import NAMES

MODELLED = [claim for claim in claims().values() if claim.kind == "modelled"]
TSV = Path(__file__).parents[3] / "shared" / "science" / "claims.tsv"
"""the reading of the texts, beside the checkout where there is one"""
PLOTS = {"surface", "uptake", "glucose", "insulin", "GIR", "FFA", "cascade"}
GRADES = {"weak_or_cell_animal": "weak", "not_modelled": "unknown"}


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench()


@pytest.mark.parametrize("claim", MODELLED, ids=lambda claim: claim.id)
def test_a_claim_is_met_with_its_cause_unless_its_miss_is_on_file(claim: Claim, bench: Bench) -> None:
    for finding in bench.findings(claim):
        e = finding.expectation
        assert set(finding.problems) == set(e.fails), f"{e.series}: {finding.found:.4g}, filed: {e.fails}"


def test_taking_the_cause_away_changes_something(bench: Bench) -> None:
    for claim in MODELLED:
        compared = [e for e in claim.expect if e.compare != "value"]
        with_, without = experiment(claim)
        assert not compared or with_ != without, claim.id


@pytest.mark.skipif(not TSV.exists(), reason="the reading of the texts is not beside this checkout")
def test_all_claims_are_in_with_the_grade_they_were_read_with_and_in_our_own_words() -> None:
    with TSV.open(encoding="utf-8") as file:
        rows = {row["id"]: row for row in csv.DictReader(file, delimiter="\t")}
    assert set(claims()) == set(rows)
    assert len(rows) == 191
    for id_, row in rows.items():
        read = row["evidence_strength"]
        assert claims()[id_].grade == GRADES.get(read, read), id_
        assert row["paraphrase"] not in (claims()[id_].title, claims()[id_].text), id_


def test_only_what_nobody_graded_is_a_card() -> None:
    assert {claim.id for claim in claims().values() if claim.kind == "card"} == {
        claim.id for claim in claims().values() if claim.grade == "unknown"
    }


def test_a_contradicted_claim_is_told_with_what_contradicts_it() -> None:
    for claim in claims().values():
        if claim.grade == "contradicted":
            assert claim.counter.text, claim.id
            assert claim.counter.source, claim.id


@pytest.mark.parametrize("level", ["basics", "mechanism", "molecular"])
def test_what_the_program_shows_has_words_at_every_level(level: str) -> None:
    assert all(claim.said(level) for claim in claims().values())
    assert len({claim.said(level) for claim in MODELLED}) > len(MODELLED) - 3


def test_what_is_seen_where_is_there() -> None:
    things = set(tomllib.loads(resources.text("words/en.toml"))["thing"])
    for claim in claims().values():
        where = claim.where
        assert set(where.calendar) <= set(NAMES), claim.id
        assert set(where.plot) <= PLOTS, claim.id
        assert set(where.strip) <= {*ORGANS, "testis", "ovary", *READ_OUTS}, claim.id
        assert {*where.scene, *where.pathway} <= things, claim.id


def test_every_modelled_claim_is_seen_somewhere() -> None:
    for claim in MODELLED:
        where = claim.where
        assert any((where.calendar, where.plot, where.strip, where.scene, where.pathway)), claim.id


TARGETS = {
    **{f"cell {t.id}": (t.low, t.high) for t in CELL_TARGETS},
    **{f"hours {t.id}": (t.low, t.high) for t in hours.TARGETS},
    **{f"weeks {t.id}": (t.low, t.high) for t in CALENDAR_TARGETS},
}


@pytest.mark.parametrize("claim", MODELLED, ids=lambda claim: claim.id)
def test_a_target_that_is_named_has_the_range_that_is_asked_for(claim: Claim) -> None:
    for e in claim.expect:
        if e.target:
            assert e.target in TARGETS, e.target
            low, high = TARGETS[e.target]
            assert any(
                (e.low, e.high) == pytest.approx((factor * low, factor * high)) for factor in (1, 100)
            ), f"{e.target}: {low} to {high}"


def test_a_reference_is_in_one_table_only_and_each_of_ours_is_cited() -> None:
    own = tomllib.loads(resources.text(REFERENCES))
    assert not set(own) & set(sources())
    assert set(own) <= {key for claim in claims().values() for _, key in cited(claim)}
    assert reference("singh2003").link == "https://pubmed.ncbi.nlm.nih.gov/12960001/"


def test_every_claim_is_counted_once() -> None:
    results = [Result(claim) for claim in claims().values() if claim.kind != "modelled"]
    table = counts(results)
    assert sum(sum(by.values()) for by in table.values()) == len(results)
    assert table["unknown"]["card"] == sum(claim.kind == "card" for claim in claims().values())


GOOD = """
[A001]
title = "T"
text = "x"
basics = "b"
molecular = "m"
kind = "modelled"
grade = "strong"
source = ["rajan2016"]
shows = { scenario = "09-fasting" }
expect = [{ series = "IRp", at = "5 min", sign = "+" }]
"""
BAD = [
    ('grade = "strong"', 'grade = "srong"', 'did you mean "strong"'),
    ('grade = "strong"', "", 'the key "grade" is missing'),
    ('"rajan2016"', '"rajan2106"', 'did you mean "rajan2016"'),
    ('"09-fasting"', '"09-fastin"', 'did you mean "09-fasting"'),
    ('"IRp"', '"IPr"', 'no series of the minutes is called "IPr"'),
    ('"5 min"', '"5 mn"', "min"),
    ('sign = "+"', 'sign = "up"', "expected"),
    ('sign = "+"', 'take = "at"', "expected a sign, or a published value or range"),
    ('sign = "+"', "published = 3", "who published the number"),
    ('sign = "+"', 'sign = "+", miss = "because"', "together with"),
    ('sign = "+"', 'sign = "+", miss = "because", fails = ["tme"]', 'did you mean "time"'),
    ('basics = "b"', "", 'the key "basics" is missing'),
    ('kind = "modelled"', 'kind = "card"', 'the key "reason" is missing'),
    ('basics = "b"', 'basic = "b"', 'did you mean "basics"'),
    ("[A001]", "[A1]", "expected an id"),
]


def test_a_good_claim_is_read() -> None:
    (claim,) = parse_claims(GOOD, "claims/test.toml").values()
    assert (claim.id, claim.theme) == ("A001", "test")


@pytest.mark.parametrize(("old", "new", "said"), BAD)
def test_a_bad_claim_is_one_line_with_its_file(old: str, new: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_claims(GOOD.replace(old, new), "claims/test.toml")
    assert said in str(caught.value)
    assert str(caught.value).startswith("claims/test.toml")


def test_a_wrong_sign_is_found() -> None:
    meal = '"01-meal-healthy-muscle", without = { protocol = { kind = "fasting" } } }'
    text = GOOD.replace('"09-fasting" }', meal).replace('sign = "+"', 'sign = "-"').replace("5 min", "60 min")
    (result,) = measured(parse_claims(text, "claims/test.toml").values())
    assert result.verdict == "MISS"
    assert result.findings[0].problems == ("sign",)
