"""What can be imported: one file a kind, each with `arguments(parser)` and `run(options)`."""
