"""The ledger: who did what to the present state, as a view."""
