"""A lecture: two windows on one session, the hall's and the presenter's, and what holds them together."""
