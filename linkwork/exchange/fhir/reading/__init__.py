"""What stands in a FHIR file that came from elsewhere: referrals for us, and answers to what we asked."""
