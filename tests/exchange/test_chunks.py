"""Finished parts of a population in a folder: the same numbers again, never those of another run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from hormoneviz.exchange.chunks import Chunks, digest, packed, unpacked
from hormoneviz.exchange.errors import OutputFailed
from hormoneviz.simulation.cohort import Cohort, cohort
from hormoneviz.simulation.population import Population
from hormoneviz.simulation.scenario import Person, Protocol, Scenario

SHORT = Scenario(protocol=Protocol("ogtt"), duration="3 min")


@pytest.fixture(scope="module")
def found() -> Cohort:
    work = cohort(SHORT, 1, [0, 1, 2])
    while True:
        try:
            next(work)
        except StopIteration as end:
            solved: Cohort = end.value
            return replace_failed(solved)


def replace_failed(solved: Cohort) -> Cohort:
    """The same with somebody who could not be solved."""
    return Cohort(solved.numbers, (3, 9), solved.times, solved.series, solved.readings, solved.without)


def test_what_is_packed_comes_out_again(found: Cohort) -> None:
    again = unpacked(packed(found))
    assert again.numbers.tolist() == [0, 1, 2]
    assert again.failed == (3, 9)
    for group in ("series", "readings", "without"):
        ours, theirs = getattr(found, group), getattr(again, group)
        assert ours.keys() == theirs.keys()
        assert all(np.array_equal(ours[name], theirs[name]) for name in ours)


def test_a_population_goes_on_from_what_is_there(found: Cohort, tmp_path: Path) -> None:
    chunks = Chunks(tmp_path / "new" / "folder", SHORT, 1)
    chunks[0] = found
    assert list(chunks) == [0]
    work = Population(SHORT, 100, 1, chunks)
    while not work.advance():
        pass
    assert work.crowd is not None
    assert work.crowd.size == 3  # those that were kept, not a hundred solved anew
    chunks.remove()
    assert not (tmp_path / "new" / "folder").exists()


def test_another_run_s_chunks_are_not_ours(found: Cohort, tmp_path: Path) -> None:
    Chunks(tmp_path, SHORT, 1)[0] = found
    assert 0 in Chunks(tmp_path, replace(SHORT, name="Another", note="and a note", vesicles=900), 1)
    assert 0 not in Chunks(tmp_path, SHORT, 2)
    assert 0 not in Chunks(tmp_path, replace(SHORT, person=Person(age=31)), 1)
    assert digest(SHORT, 1) != digest(replace(SHORT, duration="4 min"), 1)


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 half a file", b"something else"])
def test_a_damaged_chunk_is_not_there(damage: bytes, tmp_path: Path) -> None:
    chunks = Chunks(tmp_path, SHORT, 1)
    chunks.path(0).write_bytes(damage)
    assert chunks.get(0) is None
    assert 0 not in chunks


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputFailed, match="cannot use"):
        Chunks(tmp_path / "file", SHORT, 1)
