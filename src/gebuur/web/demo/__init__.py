"""De Vlasbloem: a made-up quarter with made-up people, the same on every machine for one seed and day."""
