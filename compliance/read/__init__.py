"""Bytes into articles. `read` is the door."""

from compliance.read.reader import read
from compliance.read.sniff import READABLE_SUFFIXES

__all__ = ["READABLE_SUFFIXES", "read"]
