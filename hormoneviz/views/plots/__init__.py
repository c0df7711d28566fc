"""The plots beside the cell: the film's curves, drawn once a film and revealed up to the play head."""
