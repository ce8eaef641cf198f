"""Papers as PDF. Texts reach the templates as data, never as markup, so nothing somebody typed can become a command."""
