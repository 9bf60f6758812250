"""What staff and services type in."""
