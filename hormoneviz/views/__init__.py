"""Widgets that draw Frames and call the session's verbs; none of them holds state of the model."""
