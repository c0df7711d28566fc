"""Stories: lessons as text files."""
