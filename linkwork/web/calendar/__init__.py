"""A worker's own days for their calendar: a private address that programs ask, without an account."""
