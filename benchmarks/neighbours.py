"""Four published models and ours on the same measurements, in one table.

    python -m benchmarks.neighbours [--write] [--science FOLDER]

It reads the published models from FOLDER/sbml (../shared/science beside this checkout, which is not part of
it; the files are those of BioModels) and needs libRoadRunner (pip install --group engines). Without either it
says so and prints our own column. --write puts all into docs/neighbours.md.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np

from benchmarks.body_bench import CLAMP, UNIT, Body
from benchmarks.body_fast_targets import LOW_DOSE, m_value, with_gh
from benchmarks.calendar_bench import CalendarBench
from benchmarks.experiment import Array, Cell
from benchmarks.neighbour_data import GROUPS, Series, series
from benchmarks.neighbour_models import BATH, Answers, cell_answers, neighbours, traffic_answers
from hormoneviz.kinetics.parameters import sources

ROOT = Path(__file__).parents[1]
SCIENCE = ROOT.parent / "shared" / "science"
DOCUMENT = ROOT / "docs" / "neighbours.md"
OURS = "ours"
SPECIES = "27 + 16 + 21"
"""of the cell, the body of the hours, the calendar"""
READOUTS = ("IRp", "IRS1_Y", "Akt_T308", "Akt_S473", "AS160_p", "S6K", "glucose_uptake", "GLUT4_surface")
VAHIDI = (
    "Vahidi 2013, Dynamic Modeling of Glucose Metabolism for the Assessment of Type II Diabetes Mellitus"
    " (dissertation, University of British Columbia): single values of ten healthy people, as restated in"
    " github.com/matusrebro/Biocybernetics; not read by us in the original"
)
Columns = Mapping[str, Answers]
"""answers by model, ours last"""


class OurDish:
    """Our cell as the others are asked (neighbour_models.Dish)."""

    readouts = dict.fromkeys(READOUTS, ())

    def __init__(self, kind: str) -> None:
        self._cell = Cell(kind)

    def course(self, dose: float, times: Sequence[float] | Array, washed: bool = False) -> dict[str, Array]:
        if not washed:
            return self._cell.course(times, insulin=dose)
        loaded = self._cell.run(self._cell.rest(), [0.0, BATH], insulin=dose)[:, -1]
        return self._cell.course(times, start=loaded)


def ours() -> Answers:
    """What our cells, our body and our calendar say of every series."""
    fat, diabetic, body, people = OurDish("fat"), OurDish("t2d_fat"), Body(), CalendarBench()
    rest, drink = body.at_rest(), next(one for one in series() if one.key == "drink")
    glucose = body.ogtt(50.0, 240)["plasma_glucose"] / 18.016
    deprived, before = people.deprived.at(12), people.deprived.at(0.0)
    numbers = {
        "fasting_glucose": rest["plasma_glucose"],
        "fasting_insulin": rest["plasma_insulin"] / UNIT,
        "clamp": m_value(body, CLAMP),
        "low_clamp": rest["EGP"] - body.clamp(LOW_DOSE, 120)["EGP"][-1],
        "little_insulin": with_gh(body)[0]["GIR"][-1],
        "withdrawn_insulin": people.withdrawn["fasting_insulin"] / people.man["fasting_insulin"],
        "withdrawn_HOMA": people.withdrawn["HOMA_IR"] / people.man["HOMA_IR"],
        "deprived_insulin": deprived["fasting_insulin"] / before["fasting_insulin"],
    }
    return {
        **cell_answers(fat, "cell"),
        **cell_answers(diabetic, "t2d"),
        **traffic_answers(fat, 1.0),
        "drink": glucose[drink.at.astype(int)],
        **{key: np.array([float(value)]) for key, value in numbers.items()},
    }


def missing(folder: Path) -> str:
    """What the comparison lacks, in words; empty where it can be made."""
    if not (folder / "sbml").is_dir():
        return f"The published models are not here ({folder / 'sbml'}): only our own column can be made."
    if importlib.util.find_spec("roadrunner") is None:
        return (
            "libRoadRunner is not installed (pip install --group engines): only our own column can be made."
        )
    return ""


def answers(folder: Path) -> Columns:
    """Every model that can be run here, ours last."""
    others = () if missing(folder) else neighbours(folder / "sbml")
    return {**{one.name: one.answers() for one in others}, OURS: ours()}


def error(columns: Columns, model: str, one: Series) -> float | None:
    """None where a model does not speak of a series."""
    answer = columns[model].get(one.key)
    return None if answer is None else one.error(answer)


def rows(columns: Columns) -> Iterator[tuple[str, ...]]:
    """A line for each series, and for each group the mean over what all who speak of it speak of."""
    for group, title in GROUPS.items():
        of_group = [one for one in series() if one.group == group]
        found = [[error(columns, model, one) for model in columns] for one in of_group]
        yield (f"**{title}**", "", *("" for _ in columns))
        for one, errors in zip(of_group, found, strict=True):
            yield (one.title, str(len(one.measured)), *map(_number, errors))
        yield from _mean(of_group, found)


def _mean(of_group: Sequence[Series], found: Sequence[Sequence[float | None]]) -> Iterator[tuple[str, ...]]:
    """Mean over the series that every model speaks of which speaks of any of the group."""
    models = range(len(found[0]))
    speak = [m for m in models if any(errors[m] is not None for errors in found)]
    shared = [i for i, errors in enumerate(found) if all(errors[m] is not None for m in speak)]
    if len(shared) < 2:
        return
    title = (
        "*mean*" if len(shared) == len(found) else f"*mean of the {len(shared)} that all of these speak of*"
    )
    points = sum(len(of_group[i].measured) for i in shared)
    means = [np.mean([found[i][m] for i in shared]) if m in speak else None for m in models]
    yield (title, str(points), *map(_number, means))
    if len(shared) < len(found):
        everything = [m for m in models if all(errors[m] is not None for errors in found)]
        means = [np.mean([errors[m] for errors in found]) if m in everything else None for m in models]
        yield ("*mean of all*", str(sum(len(one.measured) for one in of_group)), *map(_number, means))


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def table(columns: Columns, species: Mapping[str, str]) -> str:
    """Markdown."""
    head = ("measured", "points", *columns)
    lines = [head, ["---", *["--:"] * (len(head) - 1)], ("species", "", *(species[m] for m in columns))]
    return "\n".join(f"| {' | '.join(line)} |" for line in [*lines, *rows(columns)])


def document(columns: Columns, folder: Path) -> str:
    """docs/neighbours.md."""
    others = neighbours(folder / "sbml")
    species = {**{one.name: one.species for one in others}, OURS: SPECIES}
    made = "\n".join(f"- **{one.name}**: {one.made_from}" for one in others)
    known = {**sources(), "vahidi2013": VAHIDI}
    read = "\n".join(f"- {known[key]}" for key in dict.fromkeys(one.source for one in series()))
    return (
        (ROOT / "benchmarks" / "data" / "neighbours.md")
        .read_text(encoding="utf-8")
        .format(date=date.today().isoformat(), table=table(columns, species), made=made, sources=read)
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put it into docs/neighbours.md too")
    parser.add_argument("--science", type=Path, default=SCIENCE, help="folder with sbml/")
    asked = parser.parse_args()
    lacking = missing(asked.science)
    columns = answers(asked.science)
    if lacking:
        print(f"{lacking}\n\n{table(columns, {OURS: SPECIES})}")
        return
    text = document(columns, asked.science)
    print(text)
    if asked.write:
        DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
