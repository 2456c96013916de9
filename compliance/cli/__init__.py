"""The command line. The only place that prints, exits, and reads the environment."""

from compliance.cli.main import main, run

__all__ = ["main", "run"]
