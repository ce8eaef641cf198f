"""What the tests of every room share: the cast, the databases, the browser. Nothing here runs in production."""
