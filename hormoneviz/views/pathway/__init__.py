"""The pathway panel: the cascade as a living diagram, generated from the Network and laid out by hand."""
