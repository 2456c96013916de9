"""Whose article is this? `identify` is the door."""

from compliance.identify.ladder import Given, Identified, identify

__all__ = ["Given", "Identified", "identify"]
