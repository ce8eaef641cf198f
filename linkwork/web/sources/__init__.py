"""What a study is made of: its plan, its speakers, names, sound, edited texts, conversations and survey answers."""
