"""`hormoneviz check`: finds what is wrong, says how to mend it, and needs no display."""

import json

import pytest

from hormoneviz.shell import check, system_libraries
from hormoneviz.shell.check import Finding


def test_nothing_is_wrong_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert [finding for finding in check.report() if finding.state == "problem"] == []


def test_this_pyside_keeps_its_references_to_none() -> None:
    """6.12.0 on Python 3.11 does not: a window dies with "deallocating None" after some seconds."""
    assert not check.drops_none()


def test_without_a_display_it_warns_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "window_platform", lambda environment: None)
    assert [finding.state for finding in check.window()] == ["warning"]


def test_a_qt_that_aborts_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")
    monkeypatch.setattr(check, "CHECKS", (check.window,))
    (finding,) = check.report()
    assert finding.state == "problem"
    assert "nonsense" in finding.found
    assert "QT_QPA_PLATFORM" in finding.mend


def test_a_missing_library_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "missing", lambda platform: {"libGL.so.1": "libgl1"})
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: "/usr/bin/apt")
    (finding,) = check.libraries()
    assert finding.state == "problem"
    assert "sudo apt install libgl1" in finding.mend


def test_an_unreadable_scenario_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("format = ")
    monkeypatch.setattr(check.resources, "names", lambda folder, suffix: ["scenarios/broken.toml"])
    monkeypatch.setattr(check.resources, "path", lambda name: broken)
    (finding,) = check.scenarios()
    assert finding.state == "problem"
    assert "broken.toml" in finding.name


@pytest.mark.parametrize(("state", "status"), [("ok", 0), ("warning", 0), ("problem", 1)])
def test_only_a_problem_fails(
    state, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    finding = Finding("Something", state, "as found", "mend it so")
    monkeypatch.setattr(check, "CHECKS", (lambda: iter([finding]),))
    assert check.run_check(as_json=False) == status
    table = capsys.readouterr().out
    assert check.run_check(as_json=True) == status
    (row,) = json.loads(capsys.readouterr().out)
    assert row == {"name": "Something", "state": state, "found": "as found", "mend": "mend it so"}
    assert all(word in table for word in row.values())
