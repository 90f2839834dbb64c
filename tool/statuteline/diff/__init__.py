"""Comparing two texts: align provisions, redline words, name the changes."""
