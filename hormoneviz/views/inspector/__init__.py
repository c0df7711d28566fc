"""The inspector: what a thing is, what law moves it, on which numbers, and what acts on what."""
