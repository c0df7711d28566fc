"""Puts into docs/model.md what the program itself knows: equations, states, counts of parameters, targets and
claims, what the source texts got wrong; and writes docs/equations.md and docs/parameters.md.

    python -m benchmarks.model_doc [--write]

A generated part stands between <!-- generated: NAME --> and <!-- end -->; all else there is written by hand.
Claims and neighbours are read from their own documents, which other commands write and other tests keep
current; nothing long is run here. Without --write, what is not current is named.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks import body_fast_targets, body_targets, claims_table, equations, neighbours, parameter_tables
from benchmarks import targets as cell_targets
from benchmarks.bench import Bench
from benchmarks.calendar_targets import CALENDAR_TARGETS
from benchmarks.cell_targets import TARGETS
from benchmarks.latex import equation
from benchmarks.measured import ratio
from hormoneviz.exchange.claims.library import claims
from hormoneviz.views.inspector.facts import facts

DOCS = Path(__file__).parents[1] / "docs"
MODEL = DOCS / "model.md"
_BLOCK = re.compile(r"<!-- generated: (?P<what>[^>]+?) -->\n(?P<text>.*?)<!-- end -->", re.DOTALL)
ROLES = ("fitted", "held out", "put in")
TARGET_SETS = (
    ("the cell, [cell-fit.md](cell-fit.md)", TARGETS, cell_targets.KNOWN_MISSES),
    (
        "the body within hours, [body-targets.md](body-targets.md)",
        body_fast_targets.TARGETS,
        body_fast_targets.KNOWN_MISSES,
    ),
    ("the calendar, [body-targets.md](body-targets.md)", CALENDAR_TARGETS, body_targets.KNOWN_MISSES),
)
"""the tests of each set keep its list of misses exact, so that nothing has to be run to count them"""
NETWORKS = {"cell": equations.CELL, "body": equations.BODY, "calendar": equations.MAN}
Row = Sequence[str]


def _table(head: Row, rows: Iterable[Row], right: int = 0) -> str:
    """Markdown; the last `right` columns are numbers."""
    rule = ["---"] * (len(head) - right) + ["--:"] * right
    lines = [head, rule, *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def sizes() -> str:
    """How large each network is, and what its parameters rest on."""
    rows = [
        (title, time, str(len(net.species)), str(len(net.rules)), str(len(net.reactions)))
        for title, net, time in equations.NETWORKS
    ]
    head = ("", "time in", "states", "rules", "reactions")
    return (
        f"{_table(head, rows, 3)}\n\nParameters, by what they rest on:\n\n{parameter_tables.basis_counts()}"
    )


def law(network: str, *names: str) -> str:
    """Some equations of one network, with what they give."""
    net = NETWORKS[network]
    return "\n\n".join(
        f"`{name}`: {equations.meaning(name)}.\n\n```math\n{equation(facts(net, name))}\n```"
        for name in names
    )


def target_counts() -> str:
    """Targets hit and missed, by set and role."""
    rows, total = [], Counter[str]()
    for title, found, missed in TARGET_SETS:
        every = Counter(t.role for t in found)
        hits = Counter(t.role for t in found if t.id not in missed)
        rows.append((title, *_counted(hits, every)))
        total.update({f"hit {role}": hits[role] for role in ROLES})
        total.update(every)
    rows.append(("all", *_counted({role: total[f"hit {role}"] for role in ROLES}, total)))
    return _table(("targets met", *ROLES, "all", "missed"), rows, len(ROLES) + 2)


def _counted(hits: Mapping[str, int], every: Mapping[str, int]) -> Iterator[str]:
    met, asked = (sum(counts.get(role, 0) for role in ROLES) for counts in (hits, every))
    for role in ROLES:
        yield f"{hits.get(role, 0)} of {every[role]}" if every.get(role) else "-"
    yield f"{met} of {asked}"
    yield str(asked - met)


def target_misses() -> str:
    """Every target that is missed, with its reason."""
    rows = []
    for title, found, missed in TARGET_SETS:
        told = zip(found, body_targets.in_full(found), strict=True)
        what = {t.id: words for t, words in told}
        rows += [(name, title.split(",")[0], what[name], why) for name, why in missed.items()]
    return _table(("id", "of", "target", "why it is missed"), rows)


def score() -> str:
    """The error on measured fat cells as a share of that of the model published with them."""
    return (
        f"Over the eleven series of measurements on healthy human fat cells the mean error is"
        f" {ratio(Bench.of().fat):.3f} of that of Brännmark 2013."
    )


def neighbour_means() -> str:
    """The means of docs/neighbours.md, a line for each group."""
    text = neighbours.DOCUMENT.read_text(encoding="utf-8")
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    species = next(line for line in lines if line[0] == "species")
    groups: dict[str, list[Row]] = {}
    for line in lines[lines.index(species) + 1 :]:
        if line[0].startswith("**"):
            group = groups.setdefault(line[0].split("**")[1], [])
        else:
            group.append(line)
    rows: list[Row] = [("species", *species[1:])]
    for title, found in groups.items():
        means = [line for line in found if line[0].startswith("*")] or found
        rows += [(title + _meant(line[0]), *line[1:]) for line in means]
    return _table(["mean error", *lines[0][1:]], rows, len(lines[0]) - 1)


def _meant(first: str) -> str:
    """Of what a line is the mean, where a group has several."""
    return f": {first.strip('*').removeprefix('mean of ')}" if " of " in first and first[0] == "*" else ""


def claim_counts() -> str:
    """The count of docs/claims.md, as it stands there."""
    text = claims_table.DOCUMENT.read_text(encoding="utf-8")
    held = re.search(r"^\d+ of \d+ expectations hold", text, re.MULTILINE)
    table = re.search(r"^\| evidence \|.*?\n\n", text, re.MULTILINE | re.DOTALL)
    if not held or not table:
        raise ValueError("docs/claims.md has another form now")
    return f"{held.group()}.\n\n{table.group().strip()}"


def wrong() -> str:
    """What the source texts got wrong."""
    found = [c for c in claims().values() if c.wrong]
    return _table(("id", "claim", "what is wrong"), [(c.id, c.title, c.wrong) for c in found])


def contradicted() -> str:
    """What better evidence contradicts, with that evidence."""
    found = [c for c in claims().values() if c.grade == "contradicted"]
    rows = [(c.id, c.title, c.counter.text, ", ".join(c.counter.source)) for c in found]
    return _table(("id", "said", "what better evidence shows", "source"), rows)


BLOCKS: Mapping[str, Callable[..., str]] = {
    "sizes": sizes,
    "states": equations.states,
    "law": law,
    "target counts": target_counts,
    "target misses": target_misses,
    "score": score,
    "neighbours": neighbour_means,
    "claim counts": claim_counts,
    "wrong": wrong,
    "contradicted": contradicted,
}


def generated(what: str) -> str:
    """One block by what its marker says: a name, or `law` with a network and names of it."""
    if what in BLOCKS:
        return BLOCKS[what]()
    name, *arguments = what.split()
    return BLOCKS[name](*arguments)


def filled(text: str) -> str:
    """docs/model.md with its generated parts made anew.

    Raises:
        KeyError: a marker asks for what there is not.
    """
    return _BLOCK.sub(
        lambda m: f"<!-- generated: {m['what']} -->\n\n{generated(m['what'])}\n\n<!-- end -->", text
    )


def documents() -> Mapping[Path, str]:
    """What each document must say."""
    return {
        MODEL: filled(MODEL.read_text(encoding="utf-8")),
        DOCS / "equations.md": equations.document(),
        DOCS / "parameters.md": parameter_tables.document(),
    }


def main() -> None:
    """Name or write what is not current."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the documents")
    asked = parser.parse_args()
    for path, text in documents().items():
        current = path.exists() and path.read_text(encoding="utf-8") == text
        if asked.write and not current:
            path.write_text(text, encoding="utf-8")
        print(f"{path.name}: {'current' if current else 'written' if asked.write else 'not current'}")


if __name__ == "__main__":
    main()
