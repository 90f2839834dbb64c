"""The command line: options in, one call, text and an exit status out."""
