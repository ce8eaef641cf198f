"""The partner's page: opened by a signed link, without an account, on a phone between other things."""
