"""Many virtual people beside the one on screen: bands around the curve, and how they are spread."""
