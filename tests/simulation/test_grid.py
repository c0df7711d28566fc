"""The film's grid: times are rounded up to it, and never past a time that lies on it."""

from hypothesis import given
from hypothesis import strategies as st

from hormoneviz.simulation.grid import CELL, CHUNK, cell_at, chunk_end, next_grid_time, time_of


@given(cell=st.integers(0, 30_000))
def test_a_grid_time_is_its_own_cell(cell: int) -> None:
    assert cell_at(time_of(cell)) == cell
    assert cell_at(float(f"{time_of(cell):g}")) == cell
    assert cell_at(next_grid_time(time_of(cell))) == cell


@given(time=st.floats(0.0, 1440.0))
def test_a_time_between_is_rounded_up(time: float) -> None:
    cell = cell_at(time)
    assert time_of(cell) >= time - 1e-9
    assert time_of(cell) - time < CELL


@given(time=st.floats(0.0, 1440.0))
def test_the_next_grid_time_reads_back_from_a_file_as_itself(time: float) -> None:
    assert cell_at(float(f"{next_grid_time(time):g}")) == cell_at(time)


@given(cell=st.integers(0, 30_000))
def test_a_cell_lies_before_the_end_of_its_chunk(cell: int) -> None:
    end = chunk_end(cell)
    assert end - CHUNK <= cell < end
    assert end % CHUNK == 0
