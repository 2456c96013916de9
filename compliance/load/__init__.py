"""The only way in for bytes."""
