"""Rule files into terms. `load_shelf` is the door."""

from compliance.terms.layers import take_over
from compliance.terms.shelf import Shelf, load_shelf, load_terms_file

__all__ = ["Shelf", "load_shelf", "load_terms_file", "take_over"]
