"""Settings from the environment, root urls, WSGI. Nothing imports this but Django."""
