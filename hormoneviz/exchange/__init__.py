"""In and out: scenario files, tables, and whole files written safely. Knows no Qt."""
