"""What `hormoneviz VERB` does, a module each, imported only when that verb is called."""
