"""How each jurisdiction prints its code: pages, notes, addresses."""
