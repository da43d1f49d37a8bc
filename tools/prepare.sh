#!/bin/sh
# What a first start needs: releases and an index. A later start finds both and ends at once.
#
# BIN is put before `elshi` and `python`; INBOX is a folder of releases to read, SAMPLE a
# file of invented ones, read only while there is no other release.
set -eu

inbox_is_filled() { [ -n "${INBOX:-}" ] && [ -n "$(ls -A "$INBOX" 2>/dev/null)" ]; }
corpus_is_empty() {
    "${BIN:-}elshi" corpus status --json |
        "${BIN:-}python" -c 'import json, sys; sys.exit(json.load(sys.stdin)["releases"] > 0)'
}

if inbox_is_filled; then
    "${BIN:-}elshi" corpus import "$INBOX" || echo "Going on with the releases of before" >&2
fi
if [ -n "${SAMPLE:-}" ] && corpus_is_empty; then
    echo "The corpus is empty: loading the sample of invented releases"
    "${BIN:-}elshi" corpus import "$SAMPLE"
fi
exec "${BIN:-}elshi" index update
