"""Pages of joint displays and portraits."""
