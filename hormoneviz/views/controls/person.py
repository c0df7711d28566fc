"""PersonForm: whose body it is: sex, stage of life, age, body, diabetes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout

from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Person
from hormoneviz.simulation.switch_evidence import effects_behind
from hormoneviz.views.controls.about import AboutButton
from hormoneviz.views.popover import Content
from hormoneviz.views.segments import Segments, sheet
from hormoneviz.views.slider import DragSlider, SliderGroup

SEXES: Final = ("male", "female")
STAGES: Final = {
    "male": ("young adult", "andropause"),
    "female": ("young adult", "perimenopause", "menopause", "PCOS"),
}
BODIES: Final = ("lean", "overweight", "obese")
DIABETES: Final = ("none", "type 2")
_USUAL_AGE: Final = {
    "young adult": (18, 45, 30),
    "andropause": (45, 100, 55),
    "perimenopause": (40, 55, 47),
    "menopause": (45, 100, 56),
    "PCOS": (18, 50, 28),
}
"""by stage: the ages it happens at, and one in between"""


def in_words(words: Words, person: Person) -> str:
    """A person in a few words: "man, 50, obese"."""
    parts = [words.say(f"sex_{person.sex}"), str(person.age)]
    if person.stage != "young adult":
        parts.append(words.say(f"stage_{_key(person.stage)}"))
    if person.body != "lean":
        parts.append(words.say(f"body_{person.body}"))
    if person.diabetes != "none":
        parts.append(words.say("diabetes_type_2"))
    return ", ".join(parts)


def with_stage(person: Person, stage: str) -> Person:
    """The person in another stage of life, at an age at which it happens."""
    youngest, oldest, usual = _USUAL_AGE[stage]
    age = person.age if youngest <= person.age <= oldest else usual
    return replace(person, stage=stage, age=age)


def with_sex(person: Person, sex: str) -> Person:
    """The person as a man or a woman; a stage that only the other sex has becomes the nearest one."""
    other = replace(person, sex=sex)
    if person.stage in STAGES[sex]:
        return other
    late = person.stage in ("andropause", "menopause")
    return with_stage(other, STAGES[sex][1 if sex == "male" else 2] if late else "young adult")


class PersonForm(Content):
    """Each press changes the scenario at once."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session, self._look = session, look
        self._sex = self._segments("sex", SEXES)
        self._stages = {sex: self._segments("stage", STAGES[sex]) for sex in SEXES}
        self._body = self._segments("body", BODIES)
        self._diabetes = self._segments("diabetes", DIABETES)
        say = look.words.say
        self._age = SliderGroup(
            *(say("age_name"), say("age_help"), DragSlider(18, 100, 5), self),
            AboutButton("age", say("age_name"), look, self),
        )
        box = QVBoxLayout(self)
        for part in (self._sex, *self._stages.values(), self._age, self._body, self._diabetes):
            box.addWidget(part)
        self._sex.chosen.connect(self._set_sex)
        for stages in self._stages.values():
            stages.chosen.connect(self._set_stage)
        self._body.chosen.connect(self._set_body)
        self._diabetes.chosen.connect(self._set_diabetes)
        self._age.slider.set_by_hand.connect(self._set_age)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Sizes of another look."""
        self._look = look
        self.setStyleSheet(sheet(look))
        for about in self.findChildren(AboutButton):
            about.set_look(look)
        self._age.set_widths(look.pixels(220), "100")
        self.refresh()

    def refresh(self) -> None:
        """Show the person of the scenario."""
        person = self._session.scenario.person
        self._sex.show_choice(person.sex)
        for sex, stages in self._stages.items():
            stages.setVisible(sex == person.sex)
            stages.show_choice(person.stage)
        self._age.show_value(person.age, str(person.age))
        self._body.show_choice(person.body)
        self._diabetes.show_choice(person.diabetes)

    def _segments(self, what: str, names: Sequence[str]) -> Segments:
        say = self._look.words.say
        choices = [(name, say(f"{what}_{_key(name)}"), say(f"{what}_{_key(name)}_help")) for name in names]
        label = say(f"{what}_name")
        about = AboutButton(what, label, self._look, self) if effects_behind(what) else None
        return Segments(label, choices, self, about)

    def _set_sex(self, sex: str) -> None:
        self._session.set_person(with_sex(self._session.scenario.person, sex))
        self.refresh()

    def _set_stage(self, stage: str) -> None:
        self._session.set_person(with_stage(self._session.scenario.person, stage))
        self.refresh()

    def _set_body(self, body: str) -> None:
        self._session.set_person(replace(self._session.scenario.person, body=body))

    def _set_diabetes(self, diabetes: str) -> None:
        self._session.set_person(replace(self._session.scenario.person, diabetes=diabetes))

    def _set_age(self, age: int) -> None:
        self._session.set_person(replace(self._session.scenario.person, age=age))
        self.refresh()


def _key(name: str) -> str:
    return name.replace(" ", "_")
