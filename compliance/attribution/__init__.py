"""What the copy says of its origin. `attribute` is the door; `Scanner` holds the phrases."""

from compliance.attribution.attribute import attribute
from compliance.attribution.scan import Scanner

__all__ = ["Scanner", "attribute"]
