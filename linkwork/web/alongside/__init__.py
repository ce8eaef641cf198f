"""A partner's own page, opened by a private link: the role card, and how we work together. Nothing about people."""
