"""How everything looks and is called: themes, fonts, style sheet, words.  Knows no session and no model."""
