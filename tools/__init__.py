"""What `start` and `check` are made of. Standard library only, except serve.py."""
