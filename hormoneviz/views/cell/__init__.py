"""The cell scene: a Frame in, a picture out.  `CellPainter` needs no window; `CellView` is the widget
around it."""
