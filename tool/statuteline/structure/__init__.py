"""From flat paragraphs to provisions: numbers recognised, nested, and given addresses."""
