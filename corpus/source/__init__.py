"""gov.kz as a source of releases: what it is asked, how its replies are read."""
