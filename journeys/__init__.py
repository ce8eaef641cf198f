"""Walks through the pages in a real browser, told in the words of the people who use them."""
