"""The calendar beside the cell: weeks of a person's life, therapies as bars, and the week looked at."""
