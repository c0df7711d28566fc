"""The back-row check: a window as seen from the last row of a hall, and what cannot be read there."""
