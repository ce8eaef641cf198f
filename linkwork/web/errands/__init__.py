"""The pages of what takes a while: how far it is, what it brought, stopping it."""
