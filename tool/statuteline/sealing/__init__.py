"""Seals as values: what is signed, how seals hang together, what they say of files."""
