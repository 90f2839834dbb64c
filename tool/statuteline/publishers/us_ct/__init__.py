"""Connecticut: the General Statutes as its legislature publishes them."""
