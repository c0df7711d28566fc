"""ClaimsPanel: the list of claims, and the page of the chosen one with "Show me"."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from hormoneviz.exchange.claims.claim import Claim
from hormoneviz.exchange.claims.library import claims
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.views.badge import badge
from hormoneviz.views.claims.listing import Listing
from hormoneviz.views.claims.page import BADGE, page_html
from hormoneviz.views.claims.search import status
from hormoneviz.views.claims.showing import moment, showing

_WIDE = 760
"""px at 100 % text from which list and page stand side by side"""
_PICTURE = 18
"""px at 100 % text, of the badge"""
_INDENT = 18
"""px at 100 % text, of a list"""
_GAP = 6
"""px at 100 % text, between two paragraphs"""
_SHEET = "p, ul {{ margin-top: {gap}px; margin-bottom: {gap}px; }}"
_RING = 8
"""px at 100 % text, what the ring of the focus takes from a button's text"""


_TABS = {"pathway": "tab_pathway", "plot": "tab_minutes", "calendar": "tab_weeks"}
"""the tab on which a place to look at is; cell and body are always seen"""


class ClaimsPanel(QWidget):
    """Every claim, open to the curious."""

    asked = Signal(str, str)
    """the phrase of a tab that is to come to the front, and what is to be seen there"""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._claim: Claim | None = None
        self._reading, self._cause = False, True
        self.told = ""
        """what is on stage by "Show me"; empty where that is over"""
        self.listing, self._page = Listing(look, self), QWidget(self)
        self.text = QTextBrowser(self._page)
        self.back, self.show_me = QPushButton(self._page), QPushButton(self._page)
        self._arrange()
        self.setMinimumSize(240, 170)
        self.listing.stood.connect(self._stand)
        self.listing.opened.connect(self.read)
        self.back.clicked.connect(self.go_back)
        self.show_me.clicked.connect(self.show_claim)
        self.text.anchorClicked.connect(self._look_at)
        session.film_changed.connect(self._leave)
        self.set_look(look)

    def sizeHint(self) -> QSize:
        return QSize(440, 320)

    def set_look(self, look: Look) -> None:
        """Another theme, level or text size."""
        self._look = look
        say = look.words.say
        self.setAccessibleName(say("claims_name"))
        self.setAccessibleDescription(say("claims_help"))
        self.text.setAccessibleName(say("claims_page"))
        self.back.setText(say("claims_back"))
        self.listing.set_look(look)
        if self.told and self._claim is not None:
            self.told = self._tell(self._claim)
        self.refresh()
        self._fit()

    def read(self, id_: str) -> None:
        """Open the page of a claim."""
        self._reading = True
        self._stand(id_)
        self.listing.mark(id_)
        self._fit()
        if self.back.isVisible():
            (self.show_me if self.show_me.isEnabled() else self.back).setFocus()

    def go_back(self) -> None:
        """To the list, where it is not beside the page."""
        self._reading = False
        self._fit()
        self.listing.list.setFocus()

    def show_claim(self) -> None:
        """Put the experiment with the cause on stage, at the moment to look, and point at what to see; once
        it is there, the same without the cause, and so on."""
        claim = self._claim
        if claim is None or claim.kind != "modelled":
            return
        again, session = bool(self.told), self._session
        cause = not (again and self._cause)
        title = "" if cause else self._look.words.say("claims_bare", claim=claim.title)
        shown, time = showing(claim, cause, title), session.time
        session.pause()
        session.load(shown.scenario)
        if session.scenario != shown.scenario:
            return  # the session has said why
        session.seek(min(time, session.film.duration) if again else shown.time)
        session.select(shown.selection)
        self._cause = cause
        self.told = self._tell(claim)
        self.refresh()

    def refresh(self) -> None:
        """Write the page."""
        claim, look, say = self._claim, self._look, self._look.words.say
        modelled = claim is not None and claim.kind == "modelled"
        word = say(f"claims_status_{status(claim)}") if claim and not modelled else say(self._next)
        self.show_me.setText(word)
        self.show_me.setMinimumWidth(0)
        self.show_me.setMinimumWidth(self.show_me.sizeHint().width() + look.pixels(_RING))
        self.show_me.setEnabled(modelled)
        self.show_me.setToolTip(say(f"{self._next}_help") if modelled else word)
        self.show_me.setAccessibleDescription(self.show_me.toolTip())
        if claim is None:
            self.text.setText(say("claims_choose"))
            self.text.setAccessibleDescription(say("claims_choose"))
            return
        self.text.clear()
        picture = badge(claim.grade, look, look.pixels(_PICTURE))
        self.text.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(BADGE), picture)
        self.text.document().setIndentWidth(look.pixels(_INDENT))
        self.text.document().setDefaultStyleSheet(_SHEET.format(gap=look.pixels(_GAP)))
        self.text.setHtml(page_html(claim, look, self.told))
        self.text.setAccessibleDescription(claim.title)

    def _tell(self, claim: Claim) -> str:
        """What is on stage; the page says what to expect there and where to look."""
        words = self._look.words
        phrase = "claims_on_stage" if self._cause else "claims_on_stage_without"
        return words.say(phrase, when=moment(claim.expect[0], words))

    @property
    def _next(self) -> str:
        """What the button does next: show the claim, and then the same without the cause and with it."""
        if not self.told:
            return "claims_show"
        return "claims_without" if self._cause else "claims_with"

    def _look_at(self, link: QUrl) -> None:
        """Point at one of the things to look at, and bring the tab to the front on which it is."""
        place, _, name = link.toString().partition(":")
        if place in _TABS:
            self.asked.emit(_TABS[place], name)
        if place != "plot":  # a plot has several quantities; the one that is measured is pointed at already
            self._session.select(name)

    def _stand(self, id_: str) -> None:
        if self._claim is None or id_ != self._claim.id:
            self._claim, self.told = claims()[id_], ""
            self.refresh()

    def _leave(self) -> None:
        """Something else is on stage now."""
        if self.told:
            self.told = ""
            self.refresh()

    # --- Qt --------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.show_me)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addWidget(self.text, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 2)
        row.addWidget(self.listing, 2)
        row.addWidget(self._page, 3)

    def _fit(self) -> None:
        """List and page side by side; in a narrow panel one at a time."""
        wide = self.width() >= self._look.pixels(_WIDE)
        self.listing.setVisible(wide or not self._reading)
        self._page.setVisible(wide or self._reading)
        self.back.setVisible(not wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.theme.colour("surface"))
