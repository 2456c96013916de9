"""Whose article a copy is, under which terms, and in which circumstances it stands."""

from compliance.identify.ladder import Given, identify
from compliance.identify.occasion import occasion
from compliance.identify.reference import reference_for, with_license

__all__ = ["Given", "identify", "occasion", "reference_for", "with_license"]
