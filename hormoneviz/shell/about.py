"""About the program, and the disclaimer that is always one tap away."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from hormoneviz import __version__

DISCLAIMER = "For education. No medical advice."

_TEXT = f"""
<h2>HormoneViz {__version__}</h2>
<p><b>This program explains mechanisms. It gives no medical advice, no diagnosis, no dose and no result about
you.</b> If you take hormones or have diabetes, ask the people who treat you.</p>
<p>What you see follows one small kinetic model. It was fitted to measurements on human fat cells and to
published numbers on muscle; many of its parameters are fitted or assumed, and the list of parameters says
which. Where human trials disagree, there is a choice of which to believe. A drawn vesicle
stands for many.</p>
<p>The body around the cell, and the calendar of hormones and drugs, are small models too: averages of trials,
not a person. Doses are those of the trials cited, and no advice.</p>
<p>Nothing is sent anywhere: the program never uses the network.</p>
<p>HormoneViz is under the MIT licence. It uses Qt {qVersion()} and PySide6 (LGPL 3), pyqtgraph (MIT), NumPy
and SciPy (BSD), msgspec (BSD), Tomli-W (MIT) and the typeface Inter (SIL Open Font License).</p>
"""


class About(QDialog):
    """What this is, what it is not, and whose work is in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About HormoneViz")
        text = QLabel(_TEXT)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setMinimumWidth(min(560, parent.width() - 80))
        close = QPushButton("Close")
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
