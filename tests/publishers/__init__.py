"""Makes the fixtures of rule files: one complying article, and for each demand one that breaks it."""
