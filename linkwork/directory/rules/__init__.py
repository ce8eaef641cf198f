"""What the directory knows without a database: hours, costs, freshness, words, places, likeness."""
