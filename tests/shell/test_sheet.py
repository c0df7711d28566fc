"""Pictures to be taken away: the kind and size asked for, words that are text and never cut, and the scenario
inside."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.library import ScenarioEntry, library
from hormoneviz.exchange.scenario_file import read_scenario
from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.shell.about import DISCLAIMER
from hormoneviz.shell.picture import picture, scenario_in
from hormoneviz.shell.sheet.card import Card, packet
from hormoneviz.shell.sheet.sheet import WRITERS, Sheet, sheet_bytes, sheet_of, sheet_round
from hormoneviz.shell.sheet.text import LEAST, MOST, told
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Event, Evidence, Hormones, Scenario
from hormoneviz.views.cell.painter import CellPainter

pytestmark = pytest.mark.usefixtures("qapp")
SMALL, USUAL = QSize(640, 360), QSize(1280, 720)
SVG = "{http://www.w3.org/2000/svg}"
AWKWARD = Scenario(
    name='<b> & "five" ]]> \x01 µ 𝄞', note="two\nlines\twith \ufffe and <?xpacket end=", vesicles=100
)


def sheet(
    name: str = "02-meal-inflamed", size: QSize = USUAL, *, titled: bool = True, at: float = 20.0
) -> Sheet:
    scenario = find_scenario(name)
    return sheet_of(size, Film(scenario).at(at), scenario, Look.load(), titled=titled)


def of(scenario: Scenario, time: float = 0.0) -> Sheet:
    return sheet_of(SMALL, Film(scenario).at(time), scenario, Look.load(), titled=True)


def texts(svg: bytes) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{SVG}text"))


def read(svg: bytes) -> str:
    return "".join(element.text or "" for element in texts(svg))


@pytest.mark.parametrize("titled", [True, False])
def test_a_png_has_exactly_the_size_asked_for(titled: bool) -> None:
    image = QImage.fromData(QByteArray(sheet_bytes(sheet(size=SMALL, titled=titled), ".png")))
    assert image.size() == SMALL


def test_a_bare_png_is_the_scene_and_nothing_else() -> None:
    made = sheet(size=SMALL, titled=False)
    image = QImage.fromData(QByteArray(sheet_bytes(made, ".png")))
    assert image == picture(made.frame, SMALL, made.look, made.scenario)


def test_round_a_scene_the_words_take_room_of_their_own() -> None:
    made = sheet(titled=False)
    whole = sheet_round(USUAL, made.frame, made.scenario, made.look)
    assert whole.block is not None
    assert whole.size.height() == USUAL.height() + whole.block.top + whole.block.bottom
    image = QImage.fromData(QByteArray(sheet_bytes(whole, ".png")))
    scene = image.copy(0, whole.block.top, USUAL.width(), USUAL.height())
    assert scene == picture(made.frame, USUAL, made.look, made.scenario)


@pytest.mark.parametrize("titled", [True, False])
def test_every_word_of_an_svg_is_text(titled: bool) -> None:
    made = sheet(titled=titled)
    svg = sheet_bytes(made, ".svg")
    scene = CellPainter.for_scenario(made.look, USUAL.width(), USUAL.height(), made.scenario)
    words, written = made.look.words, read(svg)
    labels = [spot.text(words) for spot in scene.labels.spots if spot.shown(made.frame.values) > 0.0]
    assert len(labels) > 12
    wanted = [*labels, words.say("one_dot"), words.say("muscle"), "20 min into the meal"]
    assert [word for word in wanted if word not in written] == []
    assert (made.told.licence in written) == titled
    assert len(list(ElementTree.fromstring(svg).iter(f"{SVG}image"))) == 1
    assert len(svg) < 4e6
    root = ElementTree.fromstring(svg)
    assert (root.get("width"), root.get("height")) == ("1280", "720")
    assert root.findtext(f"{SVG}title") == made.told.title
    assert root.findtext(f"{SVG}desc") == made.told.differs
    assert svg == sheet_bytes(made, ".svg")


def test_molecules_of_an_svg_are_shapes_in_their_places() -> None:
    made = sheet()
    root = ElementTree.fromstring(sheet_bytes(made, ".svg"))
    scene, image = made.scene(fine=True), QImage(1, 1, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        scene.paint_things(painter, made.frame)
    (group,) = [element for element in root.iter(f"{SVG}g") if element.get("id") == "molecules"]
    shapes = list(group.iter(f"{SVG}use"))
    names = [shape.get("{http://www.w3.org/1999/xlink}href", "").removeprefix("#") for shape in shapes]
    assert names == [name for name, *_ in scene.sprites.each()]
    assert len(names) > 500
    known = [element.get("id") for element in root.iter() if element.get("id")]
    assert set(names) <= set(known)
    assert len(known) == len(set(known))
    pointed = re.findall(r"url\(#([^)]+)\)", ElementTree.tostring(root, encoding="unicode"))
    assert set(pointed) <= set(known)


def test_text_of_an_svg_has_fonts_to_fall_back_on_and_keeps_to_its_width() -> None:
    for element in texts(sheet_bytes(sheet(), ".svg")):
        assert element.get("font-family", "").startswith(f"{fonts.install()}, ")
        assert element.get("font-family", "").endswith("sans-serif")
        assert float(element.get("textLength", 0.0)) > 0.0


def test_an_svg_shows_what_the_png_shows() -> None:
    made = sheet()
    drawn = QImage(USUAL, QImage.Format.Format_RGB32)
    renderer = QSvgRenderer(QByteArray(sheet_bytes(made, ".svg")))
    with QPainter(drawn) as painter:
        renderer.render(painter)
    pixels = QImage.fromData(QByteArray(sheet_bytes(made, ".png")))
    smooth = Qt.TransformationMode.SmoothTransformation
    coarse = [image.scaled(64, 36, mode=smooth) for image in (drawn, pixels)]
    apart = [
        abs(coarse[0].pixelColor(x, y).lightness() - coarse[1].pixelColor(x, y).lightness())
        for x in range(64) for y in range(36)
    ]  # fmt: skip
    assert sum(apart) / len(apart) < 3.0  # of 255; Qt's own reader takes another font for lists of fonts


def test_a_pdf_is_one_page_whose_letters_can_be_copied() -> None:
    made = sheet()
    pdf = sheet_bytes(made, ".pdf")
    assert len(re.findall(rb"/Type /Page\b(?!s)", pdf)) == 1
    assert b"/MediaBox [0 0 960 540]" in pdf.replace(b".000000", b"")
    to_unicode = re.findall(rb"beginbf(?:range|char)(.*?)endbf", pdf, re.DOTALL)
    known = {int(code, 16) for part in to_unicode for code in re.findall(rb"<([0-9A-Fa-f]{4})>", part)}
    said = made.told.title + made.told.differs + made.told.licence + "TNF-α"
    assert [letter for letter in set(said) - {" "} if ord(letter) not in known] == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("entry", library(), ids=lambda entry: entry.path.stem)
def test_words_fit_at_the_smallest_size_and_none_is_cut(entry: ScenarioEntry, scale: float) -> None:
    scenario = read_scenario(entry.path)
    made = sheet_of(SMALL, Film(scenario).at(20.0), scenario, Look.load("light", scale), titled=True)
    assert made.block is not None
    assert made.block.top + made.block.bottom <= MOST * SMALL.height()
    for part in (made.block.above, made.block.below):
        assert part.idealWidth() <= part.textWidth() < SMALL.width()
        assert part.defaultFont().pixelSize() >= LEAST
    assert made.told.differs.split("(")[0] in made.block.below.toPlainText()
    assert DISCLAIMER in made.block.below.toPlainText()


def test_a_size_without_room_for_the_words_is_refused() -> None:
    with pytest.raises(BadInput, match="larger size"):
        sheet("28-vicious-circle", QSize(200, 200))


def test_a_sheet_tells_what_differs_at_its_moment_and_how_sure_that_is() -> None:
    scenario = Scenario(hormones=Hormones(testosterone="low"), event=(Event("10 min", {"load": 0.9}),))
    words = Look.load().words
    before, after = told(scenario, 5.0, words), told(scenario, 15.0, words)
    assert "Testosterone low (trials disagree" in before.differs
    assert "0.9" not in before.differs
    assert "Inflammation 0.9 (moderate evidence · human" in after.differs
    assert len(after.short) < len(after.differs)
    assert told(Scenario(), 0.0, words).differs == words.say("sheet_healthy")
    sceptic = Scenario(evidence=Evidence(stance="sceptical"))
    assert told(sceptic, 0.0, words).short.endswith("Where trials disagree: sceptical.")


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(
    "scenario", [AWKWARD, find_scenario("11-meal-then-inflammation")], ids=["awkward", "plain"]
)
def test_each_kind_gives_its_scenario_and_moment_back(kind: str, scenario: Scenario, tmp_path: Path) -> None:
    path = tmp_path / f"cell{kind.upper()}"
    path.write_bytes(sheet_bytes(of(scenario, 7.5), kind))
    assert scenario_in(path) == (scenario, 7.5)


@pytest.mark.parametrize("kind", [".svg", ".pdf"])
def test_a_file_says_title_maker_and_terms_as_dublin_core(kind: str) -> None:
    made = sheet(size=SMALL)
    data = sheet_bytes(made, kind)
    core = re.search(rb"<rdf:RDF.*?</rdf:RDF>", data, re.DOTALL)
    assert core is not None
    names = {"dc": "http://purl.org/dc/elements/1.1/"}
    found = ElementTree.fromstring(core[0])
    said = {n: "".join(found.find(f".//dc:{n}", names).itertext()).strip()  # type: ignore[union-attr]
            for n in ("title", "creator", "rights", "description")}  # fmt: skip
    assert said["title"] == "The same meal, inflamed: 20 min into the meal"
    assert said["creator"].startswith("HormoneViz ")
    assert said["rights"] == made.told.licence
    assert "load: moderate (human" in said["description"]


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        ("a.svg", b"no picture", "no picture"),
        ("b.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "carries no scenario"),
        ("b.svg", b"<?xml version='1.0' encoding='utf-7'?><svg/>", "no picture"),
        ("b.svg", b"<?xml version='1.0' encoding='none'?><svg/>", "no picture"),
        ("c.pdf", b"no picture", "no PDF"),
        ("d.pdf", b"%PDF-1.4\n%%EOF", "carries no scenario"),
    ],
)
def test_what_carries_no_scenario_is_told(name: str, data: bytes, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadInput, match=complaint):
        scenario_in(path)
    path.unlink()
    with pytest.raises(BadInput):
        scenario_in(path)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_torn_file_is_told(kind: str, tmp_path: Path) -> None:
    data = sheet_bytes(of(AWKWARD), kind)
    path = tmp_path / f"torn{kind}"
    where = data.find(b"vesicles = 100") if kind != ".png" else 60
    assert where > 0
    path.write_bytes(data[:where])
    with pytest.raises(BadInput):
        scenario_in(path)


@pytest.mark.parametrize(("old", "new"), [("vesicles", "vesicels"), (" min<", " mins<"), (" min<", " nM<")])
def test_a_scenario_or_moment_that_cannot_be_read_is_told(old: str, new: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.pdf"
    card = Card("A", "B", Scenario(vesicles=100), 7.0)
    path.write_bytes(b"%PDF-1.4\n" + packet(card).replace(old.encode(), new.encode()))
    with pytest.raises(BadInput, match=r"bad\.pdf"):
        scenario_in(path)
