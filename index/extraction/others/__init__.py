"""Events that are no visits: documents, talks, calls, appointments, credentials, openings."""
