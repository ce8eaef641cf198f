"""What counted codings say: tables, written matrices, saturation, words."""
