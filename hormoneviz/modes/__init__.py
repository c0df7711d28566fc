"""Who is looking: each mode one constant, a frozen list of panels, commands and limits."""
