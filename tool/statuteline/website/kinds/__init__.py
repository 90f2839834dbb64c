"""One module a kind of pages: it lists them, and each is written when it is asked for."""
