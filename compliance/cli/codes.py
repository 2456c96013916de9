"""The exit codes by name."""

OK, FAILED, USAGE, UNREAD, INTERNAL, NOTHING, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130
