"""docs/model.md, equations.md and parameters.md say what the program does: their generated parts are current,
and every quantity has its equation and its meaning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import equations, model_doc, parameter_tables
from benchmarks.cell_targets import TARGETS
from benchmarks.latex import equation, latex, symbol
from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.network import Network
from hormoneviz.views.inspector.facts import facts

_NUMBER = re.compile(r"\d+\.\d+")
NETWORKS = [pytest.param(net, id=title) for title, net, _ in equations.NETWORKS]
WRITE = "run python -m benchmarks.model_doc --write"


@pytest.fixture(scope="module")
def documents() -> dict[Path, str]:
    return dict(model_doc.documents())


@pytest.mark.parametrize("name", ["model.md", "equations.md", "parameters.md"])
def test_a_document_is_current(name: str, documents: dict[Path, str]) -> None:
    path = model_doc.DOCS / name
    said, wanted = (text.splitlines() for text in (path.read_text(encoding="utf-8"), documents[path]))
    assert len(said) == len(wanted), WRITE
    for line, ours in zip(said, wanted, strict=True):
        if line != ours:  # only the score is measured anew, and a solver may move its last digit
            assert _NUMBER.sub("", line) == _NUMBER.sub("", ours), WRITE
            told, found = (list(map(float, _NUMBER.findall(text))) for text in (line, ours))
            assert told == pytest.approx(found, abs=0.002), WRITE


@pytest.mark.parametrize("net", NETWORKS)
def test_every_quantity_is_told_with_its_equation(net: Network, documents: dict[Path, str]) -> None:
    text = documents[model_doc.DOCS / "equations.md"]
    for part in (*net.rules, *net.species):
        assert equations.meaning(part.name)
        assert f"`{part.name}`" in text
        assert f"```math\n{equation(facts(net, part.name))}\n```" in text
    for given in net.inputs:
        assert f"| `{given.name}` | {given.unit} | {equations.meaning(given.name)} |" in text


def test_women_have_their_own_rules(documents: dict[Path, str]) -> None:
    text = documents[model_doc.DOCS / "equations.md"]
    for name in ("estradiol_made", "VAT_goal", "s_androgen"):
        assert f"`{name}`, in men" in text
        assert f"```math\n{equation(facts(equations.WOMAN, name))}\n```" in text
    assert "`leydig`, in men alone" in text


def test_every_parameter_has_unit_and_basis(documents: dict[Path, str]) -> None:
    text = documents[model_doc.DOCS / "parameters.md"]
    names = {p.name for net in (equations.CELL, equations.BODY, equations.MAN) for p in net.parameters}
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| `")]
    assert {row[0].strip("`") for row in rows} == names
    assert parameter_tables.basis_counts() in documents[model_doc.MODEL]


def test_counts_add_up(documents: dict[Path, str]) -> None:
    line = next(x for x in documents[model_doc.MODEL].splitlines() if x.startswith("| the cell, [cell-fit"))
    met, asked, missed = map(int, re.findall(r"(\d+) of (\d+) \| (\d+) \|$", line)[0])
    assert asked == len(TARGETS)
    assert met == asked - missed


def test_links_lead_somewhere(documents: dict[Path, str]) -> None:
    heads = {_anchor(x) for x in documents[model_doc.MODEL].splitlines() if x.startswith("#")}
    for target in re.findall(r"\]\(([^)]+)\)", documents[model_doc.MODEL]):
        file, _, place = target.partition("#")
        assert (model_doc.DOCS / file).exists(), target
        assert file or place in heads, target


def _anchor(head: str) -> str:
    return re.sub(r"[^\w\- ]", "", head.lstrip("# ").lower()).replace(" ", "-")


@pytest.mark.parametrize(
    ("text", "typeset"),
    [
        ("a*b/c", r"\frac{a \cdot b}{c}"),
        ("a - (b + c)", r"a - \left(b + c\right)"),
        ("(a + b)*c", r"\left(a + b\right) \cdot c"),
        ("saturation(x, K)", r"\frac{x}{K + x}"),
        ("positive(x - 1)**2", r"\left(\left[x - 1\right]_{+}\right)^{2}"),
        ("k_on**2", r"{k_{\mathrm{on}}}^{2}"),
        ("(x + 1)**0.5", r"\sqrt{x + 1}"),
        ("maximum(x, -y)", r"\max\left(x,\; -y\right)"),
    ],
)
def test_a_formula_is_typeset(text: str, typeset: str) -> None:
    assert latex(Formula(text)) == typeset


def test_what_follows_the_first_underscore_is_the_subscript() -> None:
    assert symbol("Akt_T308") == r"\mathrm{Akt}_{\mathrm{T308}}"
    assert symbol("tau_dag") == r"\tau_{\mathrm{dag}}"
    assert symbol("GH_drive_fat") == r"\mathrm{GH}_{\mathrm{drive,fat}}"
