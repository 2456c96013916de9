"""`python -m compliance`."""

from compliance.cli import run

if __name__ == "__main__":
    run()
