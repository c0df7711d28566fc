"""Claims: what the texts that this program grew from say, how sure it is, and whether the model does so."""
