"""A public adviser reads a portrait, says what it is like and signs it off: by a private link, or signed in."""
