"""The evidence tab: what is asked for is listed, every claim has a page, and "Show me" shows it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from PySide6.QtCore import Qt, QUrl

from hormoneviz.exchange.claims.claim import Claim
from hormoneviz.exchange.claims.library import claims, minutes
from hormoneviz.exchange.claims.reference import reference
from hormoneviz.look.look import Look
from hormoneviz.look.units import glucose_said
from hormoneviz.look.words import LEVELS, Level
from hormoneviz.session.session import Session
from hormoneviz.views.badge import badge
from hormoneviz.views.claims.page import graded, page_html
from hormoneviz.views.claims.panel import ClaimsPanel
from hormoneviz.views.claims.search import GRADES, Wanted, found
from hormoneviz.views.claims.showing import expected, pointed, showing
from hormoneviz.views.timetext import time_said

MODELLED = [claim for claim in claims().values() if claim.kind == "modelled"]
CONTRADICTED = [claim for claim in claims().values() if claim.grade == "contradicted"]


@pytest.fixture
def panel(qtbot, session: Session, dressed: Look) -> ClaimsPanel:
    made = ClaimsPanel(session, dressed)
    qtbot.addWidget(made)
    made.resize(500, 420)
    made.show()
    return made


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", html))


def test_all_claims_are_listed_and_counted(panel: ClaimsPanel) -> None:
    kinds = [claims()[id_].kind for id_ in panel.listing.shown]
    assert sorted(panel.listing.shown) == list(claims())
    assert kinds == sorted(kinds, key=["modelled", "not modelled", "card"].index)
    assert panel.listing.count.text() == f"{len(claims())} of {len(claims())} claims"


def test_each_choice_says_from_the_start_what_it_is_about(panel: ClaimsPanel, dressed: Look) -> None:
    boxes = panel.listing.filters.boxes
    for again in range(2):
        assert {name: box.currentText() for name, box in boxes.items()} == {
            name: name.replace("topic", "hormone").capitalize() for name in boxes
        }, again
        panel.set_look(dressed)


@pytest.mark.parametrize(
    ("name", "value", "has"),
    [
        ("topic", "testosterone", lambda c: "testosterone" in c.hormones or c.theme == "testosterone"),
        ("topic", "cascade", lambda c: c.theme == "cascade"),
        ("evidence", "contested", lambda c: c.grade == "contested"),
        ("evidence", "miss", lambda c: bool(c.known_miss)),
        ("evidence", "card", lambda c: c.kind == "card"),
        ("tissue", "liver", lambda c: "liver" in c.tissue),
        ("time", "seconds", lambda c: "seconds" in c.time),
    ],
)
def test_each_filter_leaves_just_what_fits(panel: ClaimsPanel, name: str, value: str, has) -> None:
    panel.listing.filters.choose(name, value)
    fit = [claim.id for claim in claims().values() if has(claim)]
    assert sorted(panel.listing.shown) == fit
    assert 0 < len(fit) < len(claims())
    assert [box.currentText() for box in panel.listing.filters.boxes.values()].count("") == 0
    panel.listing.filters.all.click()
    assert len(panel.listing.shown) == len(claims())


def test_filters_go_together_and_words_may_stand_in_any_order() -> None:
    both = found(claims().values(), Wanted(topic="insulin", tissue="liver", time="hours"))
    assert both
    assert all("insulin" in c.hormones and "liver" in c.tissue and "hours" in c.time for c in both)
    assert "A002" in {c.id for c in found(claims().values(), Wanted(text="glucose MEAL"))}


def test_what_nobody_said_leaves_an_empty_list_that_says_what_to_do(panel: ClaimsPanel) -> None:
    panel.listing.filters.line.setText("zebra")
    assert panel.listing.empty.isVisible()
    assert not panel.listing.list.isVisible()
    assert panel.listing.filters.all.isVisible()


@pytest.mark.parametrize("level", LEVELS)
def test_every_claim_has_its_page_at_each_level(qapp, level: Level) -> None:
    look = Look.load(level=level)
    for claim in claims().values():
        page = plain(page_html(claim, look))
        wanted = [claim.title, claim.said(level), claim.conditions, claim.counter.text, claim.reason]
        wanted += [reference(key).text for key in claim.source] + [e.miss for e in claim.expect]
        wanted = [glucose_said(text, "mmol/L") for text in wanted]
        assert [text for text in wanted if text not in page] == [], claim.id
        assert "mg/dL" not in page.replace("ng/dL", ""), claim.id
        assert graded(claim, look.words) in page


@pytest.mark.parametrize("claim", CONTRADICTED, ids=[c.id for c in CONTRADICTED])
def test_a_contradicted_claim_stands_after_the_better_evidence(look: Look, claim: Claim) -> None:
    page = plain(page_html(claim, look))
    assert claim.counter.text
    assert page.index(claim.counter.text) < page.index(claim.text)


def test_each_grade_has_a_shape_of_its_own(look: Look) -> None:
    drawn = {bytes(badge(grade, look, 18).toImage().constBits()) for grade in GRADES}
    assert len(drawn) == len(GRADES)


@pytest.mark.parametrize("id_", ["A004", "A020", "A041", "A027", "A003"])
def test_show_me_loads_seeks_and_points_and_can_be_undone(panel: ClaimsPanel, id_: str) -> None:
    session, claim = panel._session, claims()[id_]
    before = session.scenario
    panel.read(id_)
    panel.show_me.click()
    first = claim.expect[0]
    assert session.scenario == showing(claim).scenario
    if first.clock == "weeks":
        assert session.scenario.week == round(minutes(first.at) / 10080)
    else:
        assert session.time == minutes(first.at)
    assert session.selection == pointed(claim)
    assert panel.told in panel.text.toPlainText()
    page = panel.text.toPlainText()
    assert page.count(expected(first, panel._look)) == 1
    session.undo()
    assert session.scenario == before
    assert panel.told == ""


def test_every_modelled_claim_can_be_put_on_stage() -> None:
    for claim in MODELLED:
        shown = showing(claim)
        assert 0.0 <= shown.time <= minutes(shown.scenario.duration), claim.id
        assert shown.selection, claim.id


@pytest.mark.parametrize("id_", ["A005", "B052"])
def test_what_is_not_modelled_cannot_be_shown_and_says_so(panel: ClaimsPanel, id_: str) -> None:
    panel.read(id_)
    assert not panel.show_me.isEnabled()
    assert "not modelled" in panel.show_me.text()
    assert claims()[id_].reason in panel.text.toPlainText()


def test_the_keyboard_goes_to_a_page_and_back(qtbot, panel: ClaimsPanel) -> None:
    marked = panel.listing.list
    marked.setCurrentRow(2)
    qtbot.keyClick(marked, Qt.Key.Key_Return)
    assert panel.text.isVisible()
    assert not panel.listing.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.listing.isVisible()
    assert marked.currentRow() == 2


def test_a_wide_panel_has_the_list_beside_the_page(panel: ClaimsPanel) -> None:
    panel.resize(1100, 500)
    panel.listing.list.setCurrentRow(4)
    assert panel.text.isVisible()
    assert not panel.back.isVisible()
    assert claims()[panel.listing.shown[4]].title in panel.text.toPlainText()


def test_another_level_keeps_what_is_read_and_asked_for(panel: ClaimsPanel) -> None:
    panel.listing.filters.choose("evidence", "strong")
    panel.read("A004")
    panel.set_look(Look.load("dark", 2.0, "basics"))
    assert claims()["A004"].basics in panel.text.toPlainText()
    assert panel.listing.filters.wanted == Wanted(evidence="strong")


def test_sizes_are_in_the_unit_of_glucose_that_the_window_shows(qapp) -> None:
    claim = claims()["A006"]
    ranges = {unit: plain(page_html(claim, Look.load(glucose_unit=unit))) for unit in ("mmol/L", "mg/dL")}
    assert "140 mg/dL" in ranges["mg/dL"]
    assert "7.77 mmol/L" in ranges["mmol/L"]
    assert glucose_said("from 95 to 158 mg/dL", "mmol/L") == "from 5.27 to 8.77 mmol/L"


def test_a_moment_is_said_without_what_is_nothing(look: Look) -> None:
    said = {t: time_said(look.words, t) for t in (0, 0.5, 60, 61.5, 90, 180)}
    assert said == {0: "0 min", 0.5: "30 s", 60: "1 h", 61.5: "1 h 1 min 30 s", 90: "1 h 30 min", 180: "3 h"}


def test_the_same_can_be_seen_without_the_cause_at_the_same_moment(panel: ClaimsPanel) -> None:
    session, claim = panel._session, claims()["A067"]
    panel.read(claim.id)
    assert panel.show_me.text() == "Show me"
    panel.show_me.click()
    assert claim.conditions in panel.text.toPlainText()
    session.seek(200.0)
    assert panel.show_me.text() == "Without the cause"
    panel.show_me.click()
    title = f"{claim.title}: the same without the cause"
    assert session.scenario == showing(claim, False, title).scenario != showing(claim).scenario
    assert session.time == 200.0
    assert "without the cause" in panel.told
    panel.show_me.click()
    assert session.scenario == showing(claim).scenario
    panel.read("A004")
    assert panel.show_me.text() == "Show me"


def test_where_to_look_leads_there(panel: ClaimsPanel) -> None:
    asked: list[tuple[str, str]] = []
    panel.asked.connect(lambda *what: asked.append(what))
    panel.read("A067")
    assert 'href="pathway:DAG"' in panel.text.toHtml()
    panel.text.anchorClicked.emit(QUrl("pathway:DAG"))
    assert panel._session.selection == "DAG"
    panel.text.anchorClicked.emit(QUrl("plot:GIR"))
    assert panel._session.selection == "DAG"
    assert asked == [("tab_pathway", "DAG"), ("tab_minutes", "GIR")]
