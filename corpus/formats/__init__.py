"""The forms that releases come in: bytes to releases, and nothing else."""
