"""The pages of what comes from elsewhere: contact logs and surveys of staff, and how they are read."""
