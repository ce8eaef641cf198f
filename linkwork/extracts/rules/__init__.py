"""What the gate knows without a database: pseudonyms, what may cross, manifests, logs from elsewhere."""
