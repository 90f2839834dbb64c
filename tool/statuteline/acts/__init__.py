"""Acts as printed: their marks read, checked against the code, applied to it."""
