"""What `linkwork export` writes: one file a kind."""
