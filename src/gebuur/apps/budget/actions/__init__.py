"""The neighbourhood budget."""
