"""The specimen page: every component in every state, for eyes, screenshots and the accessibility check."""
