"""resources.py: finds shipped files in a checkout and in a wheel, and stays inside its folder."""

from pathlib import Path

import pytest

from hormoneviz import resources


def test_a_checkout_keeps_them_beside_the_package() -> None:
    assert (
        resources.path("fonts/OFL.txt") == Path(__file__).resolve().parent.parent / "resources/fonts/OFL.txt"
    )
    assert "SIL OPEN FONT LICENSE" in resources.text("fonts/OFL.txt")


def test_a_wheel_carries_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_FOLDERS", (tmp_path / "inside", tmp_path / "beside"))
    for folder in ("inside", "beside"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    assert resources.text("a.txt") == "inside"


def test_names_are_sorted_and_can_be_asked_for() -> None:
    names = resources.names("fonts", ".otf")
    assert names == ["fonts/Inter-Bold.otf", "fonts/Inter-Regular.otf", "fonts/Inter-SemiBold.otf"]
    assert all(resources.path(name).is_file() for name in names)


@pytest.mark.parametrize("name", ["/etc/passwd", "../pyproject.toml", "fonts/../../pyproject.toml"])
def test_nothing_outside_is_reached(name: str) -> None:
    with pytest.raises(ValueError, match="resources folder downwards"):
        resources.path(name)


def test_a_missing_file_says_where_it_was_looked_for_and_what_to_do() -> None:
    with pytest.raises(
        FileNotFoundError, match=r"no-such\.toml is missing: looked in .*_resources and .*install"
    ):
        resources.path("no-such.toml")
