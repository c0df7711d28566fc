"""The teacher's page of a story, as Markdown: what to aim at, every beat with its answer, what to explore."""

from __future__ import annotations

from collections.abc import Iterator

from hormoneviz.exchange.claims.library import claims
from hormoneviz.exchange.stories.staging import Staged, staged
from hormoneviz.exchange.stories.story import Question, Story


def page(story: Story, level: str) -> str:
    """The page with its captions at a reading level ("basics", "mechanism" or "molecular").

    Raises:
        BadInput: a beat cannot be staged.
    """
    return "\n".join(_lines(story, level)) + "\n"


def span(stage: Staged) -> str:
    """From when to when a beat plays, or where it stands: "20 to 30 min"."""
    return f"{stage.start:g} to {stage.end:g} min" if stage.end > stage.start else f"{stage.start:g} min"


def _lines(story: Story, level: str) -> Iterator[str]:
    stages = staged(story)
    yield from (f"# {story.title}", "", story.about, "")
    yield f"{story.teacher.minutes} minutes, {len(stages)} beats. Mechanisms and trials; no advice."
    yield from _listed("Aims", story.teacher.aims)
    yield from ("", "## Beats")
    for number, stage in enumerate(stages, 1):
        yield from ("", f"### {number}. {stage.beat.title}", "", *_beat(stage, level))
    yield from _listed("Misconceptions", story.teacher.misconceptions)
    yield from (
        "",
        "## To explore alone",
        "",
        story.teacher.explore,
        "",
        f"**Answer.** {story.teacher.answer}",
    )
    known = (claims()[id_] for id_ in story.source)
    yield from _listed("Rests on", tuple(f"{c.id} {c.title} ({c.grade})" for c in known))


def _listed(title: str, items: tuple[str, ...]) -> Iterator[str]:
    if items:
        yield from ("", f"## {title}", "", *(f"- {item}" for item in items))


def _beat(stage: Staged, level: str) -> Iterator[str]:
    beat = stage.beat
    beside = f", beside the twin ({stage.twin})" if stage.twin else ""
    yield from (f"*{stage.scenario.name}, {span(stage)}{beside}*", "", beat.say.at(level))
    if beat.notes:
        yield from ("", f"**Notes.** {beat.notes}")
    if beat.cover:
        yield from ("", f"**Covered.** What becomes of `{beat.cover}`, until the next beat shows it.")
    if beat.question:
        yield from ("", *_question(beat.question, level))


def _question(question: Question, level: str) -> Iterator[str]:
    yield f"**Question.** {question.ask.at(level)}"
    if question.choices:
        yield ""
    for number, choice in enumerate(question.offered(level), 1):
        yield f"{number}. **{choice}** (expected)" if number == question.answer else f"{number}. {choice}"
    if question.why:
        yield from ("", f"**Why.** {question.why}")
