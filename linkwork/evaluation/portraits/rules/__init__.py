"""The rules of displays and portraits, by noun. Plain Python."""
