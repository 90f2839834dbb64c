"""Statute texts as versioned XML, compared and linked to the code that applies them."""
