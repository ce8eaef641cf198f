"""Pages of visits made alone: one tap in, one tap out, and who looks out for whom."""
