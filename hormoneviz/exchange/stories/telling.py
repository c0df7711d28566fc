"""Which beats of a story a page shows: those that state most, and each picture once."""

from __future__ import annotations

from collections.abc import Sequence

from hormoneviz.exchange.stories.staging import Staged


def telling(stages: Sequence[Staged], most: int) -> tuple[Staged, ...]:
    """At most so many beats, in the story's order.

    Of beats that end in the same picture (scenario and moment) the one with most facts stands for all; where
    they state as much, the earlier one. A beat that covers a plot asks and does not tell, and so does a last
    one with a question: what to explore alone.
    """
    pictures: list[Staged] = []
    for number, stage in enumerate(stages, 1):
        if stage.beat.cover or (stage.beat.question and 1 < number == len(stages)):
            continue
        same = next((k for k, one in enumerate(pictures) if _same_picture(one, stage)), None)
        if same is None:
            pictures.append(stage)
        elif _facts(stage) > _facts(pictures[same]):
            pictures[same] = stage
    kept = sorted(range(len(pictures)), key=lambda k: (-_facts(pictures[k]), k))[:most]
    return tuple(pictures[k] for k in sorted(kept))


def _facts(stage: Staged) -> int:
    return len(stage.beat.facts)


def _same_picture(one: Staged, other: Staged) -> bool:
    return one.end == other.end and one.scenario == other.scenario
