"""What pytest reads here for examples, and what not."""

from __future__ import annotations

collect_ignore = ["fuzz.py"]  # it needs atheris, which make fuzz installs
