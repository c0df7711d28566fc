"""Sheets: pictures to be taken away, with what they show in words, and a story on one page."""
