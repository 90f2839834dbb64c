"""The headings of a page as they come: chapter, part and subpart."""

from __future__ import annotations

from statuteline.model.published import Heading, Position


class Headings:
    """Keeps what is above the section that comes next."""

    def __init__(self) -> None:
        self._levels: dict[str, list[str]] = {}
        self._inner: list[list[str]] = []
        self._named: set[str] = set()

    def take(self, level: str, half: str, words: str) -> None:
        """Note one line of a heading.

        Args:
            level: ``title``, ``chap``, ``part`` or ``subpart``.
            half: ``no`` for its number, ``name`` for its name, which may be several
                lines; a name without a number in front is a heading as well.
            words: The words.
        """
        if half == "no" or level not in self._named:
            self._levels[level] = ["", ""]
            self._named.add(level)
            if level == "part":
                self._levels.pop("subpart", None)
            if level in {"part", "subpart"}:
                self._inner.append(self._levels[level])
        at = 0 if half == "no" else 1
        here = self._levels[level]
        here[at] = f"{here[at]} {words}".strip()

    @property
    def chapter(self) -> Heading:
        """The chapter; the title where there is none; empty where there is neither."""
        return self._heading("chap") or self._heading("title") or Heading(number="")

    @property
    def all(self) -> tuple[Heading, ...]:
        """The parts and subparts so far, in order."""
        return tuple(Heading(number=number, name=name) for number, name in self._inner)

    @property
    def last(self) -> str:
        """The number of the innermost level that is open, as printed."""
        return next(reversed(self._levels.values()))[0] if self._levels else ""

    def position(self, title: Heading) -> Position:
        """Give where a section that comes now stands.

        Args:
            title: The title, where the page has no heading for it.
        """
        self._named.clear()
        own = self._heading("title")
        return Position(
            title=Heading(number=title.number, name=own.name if own else title.name),
            chapter=self.chapter,
            part=self._heading("part"),
            subpart=self._heading("subpart"),
        )

    def _heading(self, level: str) -> Heading | None:
        found = self._levels.get(level)
        return Heading(number=found[0], name=found[1]) if found else None
