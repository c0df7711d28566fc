"""The body strip: its figures are the film's and the calendar's, and everybody can read and reach it."""

from __future__ import annotations

from time import monotonic

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.scenario import Inflammation, Person, Protocol, Scenario
from hormoneviz.views.body.emblems import paint_emblem
from hormoneviz.views.body.figures import Figure, digits, figure, glucose_figure
from hormoneviz.views.body.fitting import levelled
from hormoneviz.views.body.item import Item
from hormoneviz.views.body.organ_item import OrganItem
from hormoneviz.views.body.organs import plasma
from hormoneviz.views.body.read_out_item import ReadOutItem
from hormoneviz.views.body.strip import BodyStrip
from hormoneviz.views.ranges import ranges

MEAL = Scenario(protocol=Protocol(kind="meal", glucose="75 g"))
SIZES = {1.0: (764, 80), 2.0: (764, 160)}


@pytest.fixture
def made(qtbot, dressed):
    """Makes a strip for a scenario, in a window with room for its card above."""

    kept: list[QWidget] = []  # a window that nobody holds is gone

    def make(
        scenario: Scenario, size: tuple[int, int] = (764, 80), scale: float = 1.0, theme: str = "light"
    ) -> tuple[BodyStrip, Session]:
        session = Session(scenario)
        window = QWidget()
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(size[0], size[1] + 400)
        strip = BodyStrip(session, Look.load(theme, scale), window)
        strip.setGeometry(0, 400, *size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return strip, session

    return make


def organ(strip: BodyStrip, name: str) -> OrganItem:
    return next(i for i in strip.items if isinstance(i, OrganItem) and i.doing.name == name)


def read_out(strip: BodyStrip, name: str) -> ReadOutItem:
    return next(i for i in strip.items if isinstance(i, ReadOutItem) and i.reading.name == name)


def texts(item: Item) -> list[str]:
    return [line.text.text for line in item.lines()]


# --- what it says ----------------------------------------------------------------------------------------


def test_organs_show_what_the_frame_holds(made) -> None:
    strip, session = made(MEAL)
    session.seek(60.0)
    values = session.frame.values
    assert texts(organ(strip, "liver"))[1:] == [digits(values["EGP"]), "mg/kg/min"]
    assert texts(organ(strip, "muscle_tissue"))[1:] == [digits(values["Uid"]), "mg/kg/min"]
    assert texts(organ(strip, "fat_tissue"))[1:] == [digits(values["FFA_free"]), "mmol/L"]
    assert texts(organ(strip, "pancreas"))[1:] == [digits(values["secretion"] * plasma()), "pmol/min"]
    assert texts(organ(strip, "blood_now"))[1:] == [digits(values["glucose"]), "mmol/L"]


def test_read_outs_gonad_and_pituitary_are_those_of_the_calendars_week(made) -> None:
    scenario = find_scenario("22-trt-week-26")
    strip, _ = made(scenario)
    now = calendar_of_scenario(scenario).at(scenario.week)
    assert texts(read_out(strip, "HOMA_IR"))[1] == digits(now["HOMA_IR"])
    assert texts(read_out(strip, "fasting_glucose"))[1:3] == [
        digits(now["fasting_glucose"] / 18.016),
        "mmol/L",
    ]
    assert texts(read_out(strip, "fasting_insulin"))[1:3] == [digits(now["fasting_insulin"] * 6), "pmol/L"]
    assert texts(read_out(strip, "M_value"))[1:3] == [digits(now["M_value"]), "mg/kg/min"]
    assert texts(organ(strip, "testis"))[1:] == [digits(now["testosterone"]), "nmol/L"]
    assert texts(organ(strip, "pituitary"))[1:] == [digits(now["LH"]), "IU/L"]


def test_testosterone_from_outside_does_not_come_from_the_testis(made) -> None:
    untreated, _ = made(find_scenario("01-meal-healthy-muscle"))
    treated, _ = made(find_scenario("22-trt-week-26"))
    assert organ(treated, "testis").doing.share < 0.25 * organ(untreated, "testis").doing.share
    assert float(organ(treated, "testis").doing.figure.number) > 15.0  # the level itself is a young man's


def test_after_a_meal_the_pancreas_gives_more_the_liver_less_and_muscle_takes_more(made) -> None:
    strip, session = made(MEAL)
    before = {name: organ(strip, name).doing for name in ("pancreas", "liver", "muscle_tissue", "fat_tissue")}
    session.seek(90.0)
    after = {name: organ(strip, name).doing for name in before}
    assert after["pancreas"].share > 4 * before["pancreas"].share
    assert after["liver"].share < before["liver"].share
    assert after["fat_tissue"].share < before["fat_tissue"].share
    assert after["muscle_tissue"].share > 2 * before["muscle_tissue"].share
    assert [after[name].way for name in ("pancreas", "liver", "muscle_tissue")] == ["gives", "gives", "takes"]


def test_a_liver_that_a_clamp_has_silenced_rests(made) -> None:
    strip, session = made(find_scenario("14-clamp-healthy"), size=(1150, 90))
    session.seek(150.0)
    liver = organ(strip, "liver")
    assert liver.doing.way == "rests"
    assert texts(liver)[-1] == "no glucose now"


def test_high_and_low_are_said_in_words(made) -> None:
    strip, _ = made(find_scenario("26-pcos"))
    assert texts(read_out(strip, "HOMA_IR"))[-1] == "high"
    assert texts(read_out(strip, "M_value"))[-1] == "low"
    healthy, _ = made(MEAL)
    assert [texts(item)[-1] for item in healthy.items if isinstance(item, ReadOutItem)] == ["in range"] * 4


def test_a_woman_has_an_ovary_and_estradiol(made) -> None:
    scenario = replace(MEAL, person=Person(sex="female", age=56, stage="menopause"))
    strip, session = made(scenario)
    ovary = organ(strip, "ovary")
    assert texts(ovary)[0] == "Ovary"
    assert ovary.doing.figure == figure(calendar_of_scenario(scenario).at(0.0)["estradiol"], "pmol/L")
    session.set_person(Person())
    assert organ(strip, "testis").doing.quantity == "testosterone"


def test_a_load_set_on_the_way_is_acute_as_in_the_film(made) -> None:
    strip, session = made(MEAL)
    session.seek(30.0)
    session.set_state("load", 0.9)
    lasting = calendar_of_scenario(MEAL).at(0.0, 0.9)
    chronic = calendar_of_scenario(replace(MEAL, inflammation=Inflammation(0.9))).at(0.0)
    shown = read_out(strip, "HOMA_IR").reading.figure.number
    assert shown == digits(lasting["HOMA_IR"]) != digits(chronic["HOMA_IR"])


def test_a_dish_has_no_body(made, qtbot) -> None:
    strip, session = made(Scenario(tissue="fat", protocol=Protocol(kind="bath")))
    assert strip.items == []
    assert strip.accessibleDescription() == "A cell in a dish: no body around it."
    height = strip.sizeHint().height()
    session.set_protocol(MEAL.protocol)
    assert len(strip.items) == 11
    assert strip.sizeHint().height() == height
    session.set_protocol(Protocol(kind="bath"))
    assert strip.items == []
    assert not any(child.isVisible() for child in strip.findChildren(Item))


# --- pointer, keyboard, screen reader --------------------------------------------------------------------


def test_arrow_keys_walk_and_enter_selects(made, qtbot) -> None:
    strip, session = made(MEAL)
    strip.items[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(strip.items[0], Qt.Key.Key_Right)
    assert strip.items[1].hasFocus()
    assert strip.card_text().startswith("Pancreas. Gives insulin.")
    qtbot.keyClick(strip.items[1], Qt.Key.Key_Return)
    assert session.selection == "secretion"
    qtbot.keyClick(strip.items[1], Qt.Key.Key_End)
    assert strip.items[-1].hasFocus()
    assert strip.card_text().startswith("M-value. 8.53 mg/kg/min, in range; week 0 of the calendar.")
    assert "not yours" in strip.card_text()
    qtbot.keyClick(strip.items[-1], Qt.Key.Key_Escape)
    assert strip.card_text() == ""


def test_tab_stops_once_and_only_at_what_is_shown(made) -> None:
    strip, _ = made(MEAL, size=(400, 80))
    strong = [i for i in strip.findChildren(Item) if i.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert len(strip.items) < 11
    assert [item for item in strong if item in strip.items] == strip.items[:1]
    assert all(item.isHidden() for item in strong if item not in strip.items)


def test_a_click_selects_and_shows_the_card_above_the_strip(made, qtbot) -> None:
    strip, session = made(MEAL)
    qtbot.mouseClick(organ(strip, "liver"), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert session.selection == "EGP"
    assert strip.card_text().startswith("Liver.")
    session.seek(120.0)
    assert f"{digits(session.frame.values['EGP'])} mg/kg/min" in strip.card_text()


def test_the_card_of_the_m_value_tells_the_clamp_on_stage(made) -> None:
    strip, session = made(find_scenario("14-clamp-healthy"))
    session.seek(120.0)
    strip.items[-1].setFocus(Qt.FocusReason.TabFocusReason)
    assert (
        f"The clamp on stage now: {digits(session.frame.values['M_value'])} mg/kg/min." in strip.card_text()
    )


def test_every_item_has_a_name_and_a_description(made) -> None:
    strip, _ = made(MEAL)
    assert strip.accessibleName() == "The body"
    assert read_out(strip, "HOMA_IR").accessibleName() == "HOMA-IR: 1.02, in range; week 0 of the calendar."
    assert all(item.accessibleName() and item.accessibleDescription() for item in strip.items)


# --- legible everywhere ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["02-meal-inflamed", "07-type-2-diabetes-muscle", "23-menopause"])
@pytest.mark.parametrize(
    ("size", "scale"),
    [
        *(((610, 76), 1.0), ((764, 80), 1.0), ((1150, 90), 1.0), ((2300, 150), 1.0)),
        *(((764, 160), 2.0), ((764, 152), 2.0), ((610, 100), 1.3), ((1150, 160), 2.0)),
    ],
)
def test_no_text_is_clipped_and_none_lies_on_another(
    made, name: str, size: tuple[int, int], scale: float
) -> None:
    strip, session = made(find_scenario(name), size, scale)
    for time in (0.0, 60.0, 150.0):
        session.seek(time)
        edge = 0
        for item in strip.items:
            assert item.x() >= edge
            edge = item.x() + item.width()
            assert_texts_fit(item, strip)
        assert edge <= strip.width()


def assert_texts_fit(item: Item, strip: BodyStrip) -> None:
    bottom = 0.0
    for line in item.lines():
        metrics = QFontMetricsF(line.text.font(strip.text_scale))
        assert metrics.horizontalAdvance(line.text.text) <= item.width(), line.text.text
        ink = metrics.tightBoundingRect(line.text.text)
        top = line.box.center().y() + 0.5 * metrics.height() - metrics.descent() + ink.top()
        assert top >= bottom - 0.5, line.text.text
        bottom = top + ink.height()
        assert bottom <= item.height(), line.text.text


def test_text_is_never_smaller_than_asked_for(made) -> None:
    for scale, size in SIZES.items():
        strip, _ = made(MEAL, size, scale)
        assert strip.text_scale >= scale
        assert len(strip.items) >= 6


def test_a_narrow_strip_keeps_organs_and_read_outs(made) -> None:
    strip, _ = made(MEAL, (360, 80))
    kinds = {type(item) for item in strip.items}
    assert kinds == {OrganItem, ReadOutItem}


def test_a_large_screen_and_large_text_make_it_higher(made) -> None:
    strip, _ = made(MEAL)
    assert strip.sizeHint().height() == strip.height_at(610) == strip.height_at(1150) == 80
    assert 140 <= strip.height_at(2300) <= strip.height_at(9000) == 160
    strip.set_look(Look.load("light", 2.0))
    assert strip.sizeHint().height() == 160


def test_another_look_is_taken_on(made) -> None:
    strip, _ = made(MEAL)
    light = strip.grab().toImage()
    strip.set_look(Look.load("dark"))
    dark = strip.grab().toImage()
    assert dark.pixelColor(760, 70).lightness() < 80 < 200 < light.pixelColor(760, 70).lightness()


# --- cheap -----------------------------------------------------------------------------------------------


def test_what_looks_the_same_is_not_painted_again(made, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    strip, session = made(MEAL)
    painted: list[str] = []
    real = OrganItem._paint
    monkeypatch.setattr(OrganItem, "_paint", lambda self, p: (painted.append(self.doing.name), real(self, p)))
    monkeypatch.setattr(ReadOutItem, "_paint", lambda self, p: painted.append(self.reading.name))
    for item in strip.items:
        item.update()
    qtbot.waitUntil(lambda: len(set(painted)) == 11)
    painted.clear()
    session.seek(90.0)
    qtbot.wait(30)
    assert set(painted) == {"blood_now", "pancreas", "liver", "muscle_tissue", "fat_tissue"}


def test_the_film_is_followed_ten_times_a_second_and_to_its_very_end(made, monkeypatch) -> None:
    strip, session = made(MEAL)
    clock = [monotonic() + 1.0]
    monkeypatch.setattr("hormoneviz.views.body.strip.monotonic", lambda: clock[0])
    session.seek(0.0)
    session.play()
    reads: list[float] = []
    real = BodyStrip._read
    monkeypatch.setattr(BodyStrip, "_read", lambda self: (reads.append(session.time), real(self)))
    for _ in range(60):
        clock[0] += 1 / 60
        session.advance(1 / 60)
    assert 8 <= len(reads) <= 11
    session.pause()
    assert reads[-1] == session.time
    assert organ(strip, "liver").doing.figure.number == digits(session.frame.values["EGP"])


# --- parts -----------------------------------------------------------------------------------------------


def test_every_range_has_a_source_and_lies_on_its_bar() -> None:
    for name, limits in ranges().items():
        assert limits.source, name
        assert limits.start < limits.low < limits.high < limits.end
        assert (limits.verdict(limits.low), limits.verdict(limits.high)) == ("in_range", "in_range")
        assert limits.verdict(limits.low - 0.01) == "low"
        assert limits.verdict(limits.high + 0.01) == "high"
        assert (limits.place(-1e9), limits.place(1e9)) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("value", "said"), [(0.0, "0"), (0.352, "0.35"), (9.996, "10.0"), (14.68, "14.7"), (211.4, "211")]
)
def test_figures_have_two_or_three_digits(value: float, said: str) -> None:
    assert digits(value) == said


def test_figures_are_in_molar_units() -> None:
    assert str(figure(90.08, "mg/dL")) == "5.00 mmol/L"
    assert str(figure(4.5, "uU/mL")) == "27.0 pmol/L"
    assert str(figure(1.02, "1")) == "1.02"


def test_glucose_is_told_in_the_unit_that_was_chosen() -> None:
    assert str(glucose_figure(5.0, "mM", "mmol/L")) == "5.00 mmol/L"
    assert str(glucose_figure(5.0, "mM", "mg/dL")) == "90.1 mg/dL"
    assert str(glucose_figure(126.0, "mg/dL", "mmol/L")) == "6.99 mmol/L"
    with pytest.raises(KeyError):
        glucose_figure(5.0, "pM", "mg/dL")


def test_another_unit_changes_glucose_and_nothing_else(made) -> None:
    strip, _ = made(MEAL)
    before = {item.quantity: figure_of(item) for item in strip.items}
    strip.set_look(Look.load("light", glucose_unit="mg/dL"))
    after = {item.quantity: figure_of(item) for item in strip.items}
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"glucose", "fasting_glucose"}
    assert {after[name].unit for name in changed} == {"mg/dL"}
    fasting = next(item.reading for item in strip.items if item.quantity == "fasting_glucose")
    assert fasting.span == "70–101 mg/dL"


def figure_of(item: OrganItem | ReadOutItem) -> Figure:
    return item.doing.figure if isinstance(item, OrganItem) else item.reading.figure


def test_room_is_levelled() -> None:
    assert levelled((10.0, 30.0, 20.0), 90.0) == (30.0, 30.0, 30.0)
    assert levelled((10.0, 60.0, 20.0), 120.0) == (30.0, 60.0, 30.0)
    assert sum(levelled((50.0, 50.0), 60.0)) == pytest.approx(60.0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "name",
    ["blood_now", "pancreas", "liver", "muscle_tissue", "fat_tissue", "testis", "ovary", "pituitary"],
)
def test_emblems_stay_in_their_box(qapp, theme: str, name: str) -> None:
    from PySide6.QtGui import QImage, QPainter

    picture = QImage(140, 116, QImage.Format.Format_ARGB32)
    picture.fill(0)
    with QPainter(picture) as painter:
        paint_emblem(painter, Look.load(theme).theme, name, QRectF(22, 22, 96, 72))
    inked = [(x, y) for x in range(140) for y in range(116) if picture.pixelColor(x, y).alpha() > 40]
    assert len(inked) > 1200
    assert all(20 <= x <= 120 and 20 <= y <= 97 for x, y in inked)
