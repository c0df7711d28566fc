"""EvidenceForm: which trials to believe where they disagree, and what they disagree about."""

from __future__ import annotations

from typing import Final, get_args

from PySide6.QtWidgets import QVBoxLayout

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.evidence import cell_effects, graded_effects, points_of
from hormoneviz.simulation.scenario import Stance
from hormoneviz.views.graded import EvidenceText, named
from hormoneviz.views.popover import Content
from hormoneviz.views.segments import Segments, sheet

STANCES: Final[tuple[str, ...]] = get_args(Stance)


class EvidenceForm(Content):
    """The dial, and below it what it turns."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        say = look.words.say
        choices = [(name, say(f"stance_{name}"), say(f"stance_{name}_help")) for name in STANCES]
        self._stance = Segments(say("stance_name"), choices, self)
        self._what = EvidenceText(self)
        box = QVBoxLayout(self)
        box.addWidget(self._stance)
        box.addWidget(self._what)
        self._stance.chosen.connect(session.set_stance)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Another look."""
        self._look = look
        self.setStyleSheet(sheet(look))
        self._what.setFixedWidth(look.pixels(460))
        self.refresh()

    def refresh(self) -> None:
        """Show the stance, what it means, and every effect that it scales."""
        stance, say = self._session.scenario.evidence.stance, self._look.words.say
        self._stance.show_choice(stance)
        known = (*graded_effects().values(), *cell_effects().values())
        dialled = [named(row, self._look.words) for row in known if row.dialled]
        texts = [say(f"stance_{stance}_help"), *points_of("stance"), say("stance_scales")]
        self._what.tell("".join(f"<p>{text}</p>" for text in texts), dialled, self._look)
