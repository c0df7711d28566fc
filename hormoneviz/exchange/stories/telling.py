"""Which beats of a story a page shows: those that state most, and each picture once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hormoneviz.exchange.stories.staging import Staged


def end_of(stage: Staged) -> object:
    """What the cell is seen by at a beat's end."""
    return stage.scenario, stage.end


def telling(
    stages: Sequence[Staged], most: int, picture: Callable[[Staged], object] = end_of
) -> tuple[Staged, ...]:
    """At most so many beats, in the story's order.

    Of beats that show the same picture the one with most facts stands for all; where they state as much, the
    earlier one. A beat that covers a plot asks and does not tell, and so does a last
    one with a question: what to explore alone.
    """
    pictures: list[Staged] = []
    for number, stage in enumerate(stages, 1):
        if stage.beat.cover or (stage.beat.question and 1 < number == len(stages)):
            continue
        same = next((k for k, one in enumerate(pictures) if picture(one) == picture(stage)), None)
        if same is None:
            pictures.append(stage)
        elif _facts(stage) > _facts(pictures[same]):
            pictures[same] = stage
    kept = sorted(range(len(pictures)), key=lambda k: (-_facts(pictures[k]), k))[:most]
    return tuple(pictures[k] for k in sorted(kept))


def _facts(stage: Staged) -> int:
    return len(stage.beat.facts)
