"""One file a step, in order; the last one's revision is `corpus.database.REVISION`."""
