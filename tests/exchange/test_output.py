"""Files are written whole or not at all; tables come out as documented."""

import csv
import io
import json
from pathlib import Path

import pytest

from hormoneviz.exchange import files
from hormoneviz.exchange.errors import OutputFailed
from hormoneviz.exchange.files import whole_folder, write_whole
from hormoneviz.exchange.table import Column, csv_text, json_text, table_text, write_csv

TABLE = [Column("time", "min", [0.0, 0.05]), Column("glucose_uptake", "a.u.", [1 / 3, 2e-12])]
CSV = "time [min],glucose_uptake [a.u.]\n0,0.3333333333\n0.05,2e-12\n"


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_whole(path, "old")
    write_whole(path, "später")
    assert path.read_text(encoding="utf-8") == "später"
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]


def test_a_failure_half_way_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OutputFailed, match=r"cannot write .*out\.csv: No space left on device"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match=r"there is no folder .*nowhere"):
        write_whole(tmp_path / "nowhere" / "out.csv", "x")


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match="it is a folder"):
        write_whole(tmp_path, "x")


def test_a_device_is_never_replaced() -> None:
    with pytest.raises(OutputFailed, match="not an ordinary file"):
        write_whole("/dev/null", "x")


def test_a_write_protected_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    monkeypatch.setattr(files.os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(OutputFailed, match="write-protected"):
        write_whole(path, "new")
    assert path.read_text() == "old"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_permissions_of_a_replaced_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "private"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_csv_has_a_heading_with_units_and_plain_line_ends(tmp_path: Path) -> None:
    write_csv(TABLE, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes() == CSV.encode()


def test_a_dash_means_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write_csv(TABLE, "-")
    assert capsysbinary.readouterr().out == CSV.encode()


def test_numbers_come_back_to_nine_digits() -> None:
    values = [3.14159265358979, 1.23456789123e-7, 6.02214076e23]
    rows = list(csv.reader(io.StringIO(csv_text([Column("x", "1", values)]))))[1:]
    assert [float(row[0]) for row in rows] == pytest.approx(values, rel=1e-9)


def test_columns_of_unequal_length_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        csv_text([Column("a", "1", [1.0, 2.0]), Column("b", "1", [1.0])])


def test_a_listing_is_aligned_for_people_and_json_for_scripts() -> None:
    rows = [{"name": "k_endo", "value": 0.365, "note": None}, {"name": "k_p3", "value": 2.0, "note": "PI3K"}]
    assert table_text(rows) == "name    value  note\nk_endo  0.365\nk_p3    2      PI3K\n"
    assert json.loads(json_text(rows)) == rows


def test_an_empty_listing_is_empty() -> None:
    assert table_text([]) == ""
    assert json.loads(json_text([])) == []


def fill(target: Path, names: str, problem: BaseException | None = None) -> None:
    """Write a file for each letter, and then fail if so asked."""
    with whole_folder(target) as part:
        for name in names:
            (part / name).write_text(name)
        if problem:
            raise problem


def test_a_folder_appears_whole(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "new") as part:
        (part / "a").write_text("1")
        assert not (tmp_path / "new").exists()
    assert [file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*")] == ["new", "new/a"]


def test_an_empty_folder_is_filled_and_stays_the_same_one(tmp_path: Path) -> None:
    before = tmp_path.stat().st_ino
    with whole_folder(tmp_path) as part:
        for name in "ab":
            (part / name).write_text(name)
        assert not (tmp_path / "a").exists()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a", "b"]
    assert tmp_path.stat().st_ino == before


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_fails_half_way_leaves_no_litter(tmp_path: Path, there: bool) -> None:
    target = tmp_path / "films"
    if there:
        target.mkdir()
    with pytest.raises(OutputFailed, match="films: No space left on device"):
        fill(target, "a", OSError(28, "No space left on device"))
    with pytest.raises(KeyboardInterrupt):
        fill(target, "a", KeyboardInterrupt())
    assert [file.name for file in tmp_path.rglob("*")] == (["films"] if there else [])


def test_a_folder_half_moved_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def fails_at_b(file: Path, target: Path) -> Path:
        if file.name == "b":
            raise OSError(5, "Input/output error")
        return rename(file, target)

    monkeypatch.setattr(Path, "rename", fails_at_b)
    with pytest.raises(OutputFailed, match="Input/output error"):
        fill(tmp_path, "abc")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("precious")
    for target, reason in (
        (tmp_path, "not empty"),
        (tmp_path / "mine", "no folder"),
        (tmp_path / "a/b", "no fold"),
    ):
        with pytest.raises(OutputFailed, match=reason), whole_folder(target):
            pytest.fail("nothing should be written")
    assert (tmp_path / "mine").read_text() == "precious"
