"""The Qt style sheet of the whole program (on the Fusion style), from the theme's roles."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

from hormoneviz.look import fonts
from hormoneviz.look.theme import mix

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme

_SHEET = Template("""
* { font-family: "$family"; font-size: ${text_px}px; }
QWidget { color: $text; }
QMainWindow, QDialog, QStatusBar { background: $window; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="caption"] {
    background: $window; font-size: ${caption_px}px; font-weight: 600; padding: ${gap}px ${pad}px; }
QLabel[role="title"] { font-size: ${title_px}px; font-weight: 600; }
QFrame[role="panel"] { background: $surface; border: 1px solid $hairline; border-radius: ${radius}px; }
QFrame[role="card"] { background: $surface_raised; border: 1px solid $outline; border-radius: ${radius}px; }

QPushButton, QToolButton, QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit {
    background: $surface_raised; border: 1px solid $outline; border-radius: ${radius}px;
    min-height: ${inner}px; padding: 0 ${pad}px; }
QPushButton, QToolButton { min-width: ${inner}px; }
QPushButton:hover, QToolButton:hover, QComboBox:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:checked, QToolButton:checked { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled {
    color: $text_muted; border-color: $hairline; }
QPushButton[role="about"] {
    background: transparent; border: none; color: $text_muted; padding: 0 2px; min-width: 0; }
QPushButton[role="about"]:hover { color: $text; }
QPushButton[role="about"]:focus { border: ${ring}px solid $focus; }
QLabel[role="problem"] { color: $warning; font-weight: 600; }
QPushButton[role="finger"] { min-height: ${finger}px; min-width: ${finger}px; }
QPushButton[chip="true"] { border-radius: ${chip_radius}px; }
QPushButton[chip="true"]:checked { font-weight: 600; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QLineEdit:focus,
QAbstractItemView:focus { border: ${ring}px solid $focus; }

QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { background: transparent; border: none;
    padding: 0 4px; min-height: 0; }
QComboBox::drop-down { border: none; width: ${inner}px; }
QComboBox::down-arrow {
    width: 0; height: 0; border-top: ${arrow}px solid $text;
    border-left: ${gap}px solid $surface_raised; border-right: ${gap}px solid $surface_raised; }
QComboBox QAbstractItemView, QMenu {
    background: $surface_raised; border: 1px solid $outline; selection-background-color: $accent;
    selection-color: $accent_text; }
QComboBox QAbstractItemView::item { min-height: ${target}px; }
QMenuBar { background: $window; }
QMenuBar::item, QMenu::item { padding: ${item_pad}px ${pad}px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: $accent; color: $accent_text; }
QMenu::item:disabled { color: $text_muted; }
QMenu::separator { height: 1px; background: $hairline; margin: ${gap}px; }

QSlider:horizontal { min-height: ${target}px; }
QSlider::groove:horizontal { height: ${groove}px; background: $trough; border-radius: ${groove_radius}px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: ${groove_radius}px; }
QSlider::handle:horizontal {
    width: ${handle}px; height: ${handle}px; margin: -${handle_margin}px 0; border-radius: ${handle_radius}px;
    background: $surface; border: 2px solid $accent; }
QSlider::handle:horizontal:focus { border: ${ring}px solid $focus; }
QSlider:disabled { color: $text_muted; }

QListWidget { background: $surface; border: 1px solid $outline; border-radius: ${radius}px; }
QListWidget::item { min-height: ${target}px; padding: 0 ${gap}px; }
QTabWidget::pane { border: none; }
QTabBar { background: $window; }
QTabBar::tab {
    background: transparent; color: $text_muted; min-height: ${inner}px; padding: 0 ${tab_pad}px;
    border-bottom: ${mark}px solid transparent; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: ${mark}px solid $accent; }
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:focus { border: ${ring}px solid $focus; }
QTabBar QToolButton { min-width: 0; min-height: 0; padding: 0; border: none; background: $window; }
QTabBar::scroller { width: ${scroller}px; }
QSplitter::handle { background: $hairline; }
QToolTip { background: $surface_raised; color: $text; border: 1px solid $outline; padding: ${gap}px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { width: ${scroll}px; background: transparent; }
QScrollBar::handle:vertical {
    background: $outline; border-radius: ${scroll_radius}px; min-height: ${target}px;
    margin: 0 ${scroll_margin}px; }
QScrollBar:horizontal { height: ${scroll}px; background: transparent; }
QScrollBar::handle:horizontal {
    background: $outline; border-radius: ${scroll_radius}px; min-width: ${target}px;
    margin: ${scroll_margin}px 0; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
""")

_TARGET, _FINGER = 32, 44
"""px, the least size of anything that can be pressed, at 100 % text: with a mouse, and with a finger (WCAG
2.2, 2.5.5)"""


def stylesheet(theme: Theme, text_scale: float = 1.0, touch: bool = False) -> str:
    """The sheet for `QApplication.setStyleSheet`; every size follows the text scale."""
    target = _FINGER if touch else _TARGET

    def px(size: float) -> int:
        return max(1, round(size * text_scale))

    sizes = {
        "text_px": 14, "title_px": 18, "caption_px": 16, "radius": 6, "chip_radius": target / 2,
        "inner": target, "target": target, "finger": _FINGER, "pad": 10, "item_pad": 14 if touch else 7,
        "gap": 4, "groove": 6, "groove_radius": 3, "handle": 20, "handle_margin": 9, "handle_radius": 11,
        "scroll": _FINGER if touch else 12, "scroll_radius": 5, "tab_pad": 12, "scroller": 2 * target,
        "mark": 3, "arrow": 5,
    }  # fmt: skip
    scroll_margin = px(14) if touch else 0  # what is seen is slimmer than what can be taken hold of
    surface, text = theme.colour("surface_raised"), theme.colour("text")
    return _SHEET.substitute(
        theme.colours,
        **{name: px(size) for name, size in sizes.items()},
        family=fonts.install(),
        ring=max(2, px(2)),
        scroll_margin=scroll_margin,
        hairline=mix(surface, text, 0.16).name(),
        trough=mix(surface, text, 0.25).name(),
        hover=mix(surface, text, 0.07).name(),
        pressed=mix(surface, text, 0.16).name(),
    )


def palette(theme: Theme) -> QPalette:
    """The same colours for what the sheet does not reach; for `QApplication.setPalette`."""
    made = QPalette(theme.colour("surface_raised"), theme.colour("window"))
    is_ = QPalette.ColorRole
    for role, name in (
        (is_.WindowText, "text"), (is_.Text, "text"), (is_.ButtonText, "text"), (is_.Base, "surface"),
        (is_.AlternateBase, "surface_raised"), (is_.ToolTipBase, "surface_raised"),
        (is_.ToolTipText, "text"),
        (is_.PlaceholderText, "text_muted"), (is_.Highlight, "accent"),
        (is_.HighlightedText, "accent_text"),
        (is_.Link, "accent"), (is_.Accent, "accent"),
    ):  # fmt: skip
        made.setColor(role, theme.colour(name))
    return made
