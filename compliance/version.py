"""The version, as a literal: asking the installed metadata costs more start-up time than the whole command line."""

VERSION = "0.1.0"
