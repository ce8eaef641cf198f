"""What casework knows without a database: states, first contacts, names, what may be shared."""
