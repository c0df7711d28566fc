"""A story on one page: everything fits, nothing is cut or covers another, and the scenario is inside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator

from hormoneviz.exchange.stories.facts import measured
from hormoneviz.exchange.stories.library import find_story, parse_story, stories
from hormoneviz.exchange.stories.staging import staged
from hormoneviz.exchange.stories.telling import telling
from hormoneviz.look.look import Look
from hormoneviz.look.words import LEVELS, Level
from hormoneviz.shell.about import DISCLAIMER
from hormoneviz.shell.commandline import run
from hormoneviz.shell.picture import scenario_in
from hormoneviz.shell.sheet.handout import scene_of
from hormoneviz.shell.sheet.handout_page import LEAST, PAPERS, Page, page_of, seen_in
from hormoneviz.shell.sheet.paper import UNIT
from hormoneviz.shell.sheet.weeks import paint_weeks, weeks_of
from hormoneviz.simulation.film import Film

pytestmark = pytest.mark.usefixtures("qapp")


def page(name: str, level: Level = "mechanism", paper: str = "a4") -> Page:
    return page_of(find_story(name), Look.load("light", 1.0, level), paper)


def said(made: Page) -> str:
    return "\n".join(text.document.toPlainText() for text in made.texts)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", stories())
def test_every_story_fits_on_its_page(name: str, level: Level, paper: str) -> None:
    made = page(name, level, paper)
    boxes = [part.box for part in (*made.texts, *made.pictures)]
    width, height = made.size.width(), made.size.height()
    for box in boxes:
        assert box.left() >= 0.05 * width
        assert box.right() <= 0.95 * width + UNIT
        assert box.top() >= 0.03 * height
        assert box.bottom() <= 0.97 * height
    for k, box in enumerate(boxes):
        assert not any(box.intersects(other.adjusted(1, 1, -1, -1)) for other in boxes[k + 1 :])
    for text in made.texts:
        assert text.document.idealWidth() <= text.document.textWidth() + 1
        assert text.document.size().height() <= text.box.height() + 1
    assert 4 <= len(made.pictures) <= 6
    for picture in made.pictures:
        assert picture.box.height() >= 0.4 * picture.box.width()


@pytest.mark.parametrize("name", stories())
def test_letters_are_large_enough_for_paper(name: str) -> None:
    made, look = page(name), Look.load()
    for text in made.texts:
        assert text.document.defaultFont().pixelSize() >= LEAST * UNIT
    cells = [picture for picture in made.pictures if not weeks_of(picture.stage)]
    assert cells
    for picture in cells:
        scene = scene_of(picture, look)
        fonts = [scene.labels.font, *(line.font for _, line in scene.clock._still), scene.clock._large]
        assert min(font.pixelSize() for font in fonts) >= LEAST * UNIT
        seen = scene.labels.seen(Film(picture.stage.scenario).at(picture.stage.end).values)
        assert {"insulin", "GLUT4"} <= set(seen)


@pytest.mark.parametrize("name", stories())
def test_a_page_says_what_students_need_and_not_the_answer(name: str) -> None:
    story, text = find_story(name), said(page(name))
    flat = " ".join(text.split())
    for part in (story.title, *story.teacher.aims, story.teacher.explore, DISCLAIMER, *story.source):
        assert part in flat
    assert story.teacher.answer not in flat
    for stage in telling(staged(story), 6, seen_in):
        assert stage.beat.title in flat
        assert stage.beat.notes not in flat or not stage.beat.notes


def test_what_is_bold_in_a_caption_is_bold_on_the_page() -> None:
    made = page("01-the-door")
    bold = {
        fragment.text()
        for text in made.texts
        for fragment in fragments(text.document)
        if fragment.charFormat().fontWeight() > 500
    }
    assert {"How insulin opens the door", "GLUT4", "insulin"} <= bold
    assert "**" not in said(made)


def fragments(document):
    block = document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            yield iterator.fragment()
            iterator += 1
        block = block.next()


def test_telling_beats_show_each_picture_once_and_only_what_is_told() -> None:
    for story in stories().values():
        shown = telling(staged(story), 6, seen_in)
        assert len({str(seen_in(stage)) for stage in shown}) == len(shown)
        assert not any(stage.beat.cover for stage in shown)
        assert story.beat[-1] not in [stage.beat for stage in shown] or not story.beat[-1].question


@pytest.mark.parametrize("name", stories())
def test_courses_over_weeks_keep_to_their_picture(name: str) -> None:
    look, stages = Look.load(), [stage for stage in staged(find_story(name)) if weeks_of(stage)]
    assert stages or name in ("01-the-door", "02-the-rusty-lock")
    width, height, edge = 990, 460, 40
    for stage in stages:
        image = QImage(width + 2 * edge, height + 2 * edge, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.magenta)
        with QPainter(image) as painter:
            painter.translate(edge, edge)
            paint_weeks(painter, width, height, stage, look)
        outside = QRegion(image.rect()) - QRegion(edge, edge, width, height)
        bare = QImage(image)
        with QPainter(bare) as painter:
            painter.setClipRegion(outside)
            painter.fillRect(bare.rect(), Qt.GlobalColor.magenta)
        assert image == bare, stage.beat.title
        ground = QImage(image)
        ground.fill(look.theme.colour("plot_ground"))
        assert image.copy(edge, edge, width, height) != ground.copy(edge, edge, width, height)


def test_a_course_on_paper_is_the_calendars() -> None:
    stage = next(s for s in staged(find_story("03-testosterone")) if s.beat.title == "Known: take it away")
    (want,) = weeks_of(stage)
    svg = QBuffer()
    svg.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(svg)
    with QPainter(made) as painter:
        paint_weeks(painter, 990, 460, stage, Look.load())
    fact = next(fact for fact in stage.beat.facts if fact.of == want.name)
    assert f">{measured(stage, fact).value:.3g}</text>" in bytes(svg.data().data()).decode()


def test_the_command_writes_one_page_with_the_first_scenario_inside(tmp_path: Path) -> None:
    out = tmp_path / "lock.pdf"
    asked = ["lecture", "02-the-rusty-lock", "--level", "basics", "--handout", str(out)]
    assert run([*asked, "--paper", "letter"]) == 0
    data = out.read_bytes()
    assert len(re.findall(rb"/Type /Page\b(?!s)", data)) == 1
    assert b"/MediaBox [0 0 612" in data
    assert len(data) < 4e6
    assert scenario_in(out) == (staged(find_story("02-the-rusty-lock"))[0].scenario, 0.0)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["01-the-door", "--handout", "a.png"], "a handout is a .pdf"),
        (["--handout", "a.pdf"], "of which story?"),
        (["01-the-door", "--handout", "a.pdf", "--paper", "lettre"], 'did you mean "letter"?'),
        (["01-the-dor", "--handout", "a.pdf"], 'did you mean "01-the-door"?'),
    ],
)
def test_what_makes_no_page_is_told(
    arguments: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lecture", *arguments]) == 2
    assert part in capsys.readouterr().err


def test_a_story_that_says_too_much_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    aims = ", ".join(['"See how the doors open when insulin calls, and how long each step takes."'] * 90)
    path = tmp_path / "long.toml"
    path.write_text(
        f'title = "Long"\nabout = "A."\n[teacher]\nminutes = 5\naims = [{aims}]\n'
        'explore = "W?"\nanswer = "T."\n'
        '[[beat]]\ntitle = "Rest"\nscenario = "01-meal-healthy-muscle"\nsay.text = "At rest."\n'
    )
    assert parse_story(path.read_text(), "long.toml").title == "Long"
    assert run(["lecture", str(path), "--handout", str(tmp_path / "long.pdf")]) == 2
    assert "too much for one page" in capsys.readouterr().err
    assert not (tmp_path / "long.pdf").exists()
