"""Pictures of the scene: the same pixels for the clipboard, for films and for `hormoneviz render`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.grades import grades_text
from hormoneviz.exchange.scenario_file import format_scenario, parse_scenario
from hormoneviz.look.look import Look
from hormoneviz.shell.sheet.card import PROGRAM, moment, scenario_of_pdf, scenario_of_svg
from hormoneviz.simulation.frame import Frame
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.cell.painter import CellPainter


def picture(frame: Frame, size: QSize, look: Look, scenario: Scenario) -> QImage:
    """The cell at one moment of a scenario, as large as asked for, in pixels."""
    image = QImage(size, QImage.Format.Format_RGB32)
    scene = CellPainter(
        *(look, size.width(), size.height(), frame.tissue),
        vesicles=scenario.vesicles,
        since=f"after_{scenario.protocol.kind}",
    )
    with QPainter(image) as painter:
        scene.paint(painter, frame)
    return image


def scenario_in(path: Path) -> tuple[Scenario, float]:
    """The scenario that a picture or handout saved by this program carries, and the moment it shows (min).

    Raises:
        BadInput: no picture, none of ours, or one whose scenario cannot be read.
    """
    read = {".svg": scenario_of_svg, ".pdf": scenario_of_pdf}.get(path.suffix.lower(), _in_pixels)
    return read(path)


def _in_pixels(path: Path) -> tuple[Scenario, float]:
    image = QImage(str(path))  # a reader alone would run the lines of the text together
    text, time = image.text("Scenario"), image.text("Time")
    if not text:
        problem = "this is no picture" if image.isNull() else "this picture carries no scenario"
        raise BadInput(problem, file=str(path))
    return parse_scenario(text, str(path)), moment(time, path)


def png(image: QImage, scenario: Scenario, time: float) -> bytes:
    """The picture as a PNG that carries what it shows: scenario, moment, version of the program, and how sure
    the effects of the switches are that are not as in health."""
    return encoded(QImage(image), labels(scenario), time)


def labels(scenario: Scenario) -> dict[str, str]:
    """What a picture says of itself, by the keys of PNG texts; the moment is not among it."""
    texts = {"Software": PROGRAM, "Scenario": format_scenario(scenario)}
    grades = grades_text(scenario)
    return texts | ({"Evidence": grades} if grades else {})


def encoded(image: QImage, texts: Mapping[str, str], time: float, quality: int = -1) -> bytes:
    """A picture of the moment `time` (min) as PNG with those texts, written into `image` itself; `quality` (0
    to 100, as Qt has it) is only how much room the file may take: the higher, the larger and sooner done."""
    for key, text in texts.items():
        image.setText(key, text)
    image.setText("Time", f"{time:.6g} min")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", quality)  # type: ignore[call-overload]  # the stub misses the device overload
    buffer.close()
    return bytes(data.data())
