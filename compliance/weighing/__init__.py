"""What kinds weigh with: names and places, what was agreed, licences, lines, texts side by side, and the repairs they hand over."""
