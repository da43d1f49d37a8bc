"""What users report of answers, and whether an answer can be given again. Knows no Telegram."""
