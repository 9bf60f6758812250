"""Pages of tasks, numbers, hand-overs and concerns."""
