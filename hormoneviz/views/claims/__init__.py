"""The evidence tab: every claim with what speaks for and against it, and "Show me"."""
