"""A bundled sample of releases, all invented; `corpus.provenance` tells where and how to know."""
