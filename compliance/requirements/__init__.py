"""Kinds of demands, one per file. `KINDS` is the list."""

from compliance.requirements.catalogue import KINDS

__all__ = ["KINDS"]
