"""PDF pages as values: the letters that stand on them, and the rules drawn there."""
