"""The dose-response curve of the cell on stage, beside that of the healthy twin."""
