"""How does a page hand out the files of its pictures? The drawings are `exchange.pictures`: papers need them too."""
