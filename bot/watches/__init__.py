"""Standing questions: what is new and wanted, told once, and when it is told; no Telegram."""
