"""The shared plan: the tab of a person's page, what they see of it themself, templates, approval."""
