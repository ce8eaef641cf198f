"""The `linkwork` command line: one file a command. It must never know tables."""
