"""Pages where measures are asked, answered and read: a tab of the person's pages, and a part of the person's own."""
