"""The public toolkit as a folder of pages that anybody can host, or open from a memory stick."""
