"""The only reader and writer of ``statutes/``, and the only Akoma Ntoso."""
