"""The public web page: asking, the table of events, answers under links that last."""
