"""The controls: what a person changes, as chips and sliders in a bar and as forms that open above it."""
