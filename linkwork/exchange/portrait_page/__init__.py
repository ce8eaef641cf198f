"""A pen portrait as one page of HTML to keep. It says what the paper says, and knows nothing of who asks."""
