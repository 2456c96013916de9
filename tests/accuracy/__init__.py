"""How often the checker agrees with people: `python -m tests.accuracy` from the root of the checkout."""
