"""The theme for MkDocs: templates of whole pages."""
