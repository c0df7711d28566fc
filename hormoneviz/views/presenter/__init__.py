"""The presenter's desk: notes, what comes next, the clock, and what the hall sees, in small."""
