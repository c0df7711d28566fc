"""The one thing that changes: which scenario, which moment, what is selected.  QtCore only."""
