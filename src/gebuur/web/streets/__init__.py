"""Bringing a neighbourhood's streets and front doors in from files."""
