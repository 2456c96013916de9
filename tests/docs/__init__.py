"""The documents that are written from code and rules, and never by hand."""
