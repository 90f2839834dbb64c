"""The words of the invented code, and how often each is drawn."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

_COMMON: Final = """
the of to and in or a shall be any for by such as with on this section person that not is
may librarian library book pursuant subsection an which under chapter reader other are
shelf catalogue if from all has council branch each after days date until than upon at
made card loan notice returned required public room building desk meeting list fee amount
fund year report owner newspaper map atlas journal volume binding page index record letter
poster keeper bicycle garden bench lamp window door key bell clock calendar holiday hour
morning evening week month group school teacher pupil child parent guest visitor member
volunteer helper reading writing printing copying folding lending keeping mending sorting
counting cleaning opening closing moving renewing reserving ordering buying selling giving
storing showing teaching learning singing table chair carpet stair lift cellar attic roof
fence gate path bridge river boat harbour market square tower mill bakery orchard meadow
stamp ticket receipt envelope parcel basket ladder trolley drawer folder label ribbon ink
pencil paper cardboard leather cloth glue thread needle scissors ruler brush bucket towel
""".strip()
_STOCK: Final = (
    "unless the librarian has agreed to it in writing",
    "in the manner that chapter 54 lays down for maps",
    "within fourteen days after the book was due",
    "shall lose the right to borrow for a month",
    "in the sense that section 1-1 gives to the word",
    "for the year that begins on the first of June",
    "when the keeper of the branch asks for it",
    "as long as the reading room stays open",
    "among them, to name a few,",
    "may set the hours in a notice at the door",
    "whoever is unhappy with this may write to the council",
    "if the shelf has room for it",
)
_SYLLABLES: Final = """
ba be bi bo bu ca ce ci co da de di do fa fe fi fo ga ge go ha he ho la le li lo lu ma me
mi mo na ne ni no pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa
we
""".strip()
_ENDINGS: Final = ("", "", "n", "s", "r", "tion", "ment", "al", "ed")
_SIZE: Final = 7_000
_FREQUENT: Final = 400
_DRAWN_AT_ONCE: Final = 200_000


class Vocabulary:
    """Draws words and sentences from one random stream.

    Args:
        random: The stream.
        sections: How many sections there are to cite.
    """

    def __init__(self, random: Random, sections: int) -> None:
        self._random = random
        self._sections = sections
        self._words = self._invented()
        self._weights = list(accumulate(1.0 / (rank + 3) for rank in range(_SIZE)))
        self._pool: list[str] = []

    def _invented(self) -> list[str]:
        syllables = _SYLLABLES.split()
        words = dict.fromkeys(_COMMON.split())
        while len(words) < _SIZE:
            length = self._random.randint(2, 4)
            stem = "".join(self._random.choice(syllables) for _ in range(length))
            words.setdefault(stem + self._random.choice(_ENDINGS))
        return list(words)

    def word(self) -> str:
        """Draw one of the more frequent words, each as likely as the other."""
        return self._random.choice(self._words[:_FREQUENT])

    def words(self, count: int) -> list[str]:
        """Draw words, the frequent ones more often."""
        if len(self._pool) < count:
            self._pool = self._random.choices(
                self._words, cum_weights=self._weights, k=_DRAWN_AT_ONCE
            )
        drawn = self._pool[-count:]
        del self._pool[-count:]
        return drawn

    def sentence(self) -> list[str]:
        """Draw a sentence of 12 to 45 words; a citation is ``section`` and ``@7``."""
        random = self._random
        words = self.words(random.randint(12, 30))
        if random.random() < 0.35:
            at = random.randrange(len(words))
            words[at:at] = random.choice(_STOCK).split()
        if random.random() < 0.12:
            at = random.randrange(len(words))
            words[at:at] = ["section", f"@{random.randrange(self._sections)}"]
        if random.random() < 0.15:
            at = random.randrange(len(words))
            words[at:at] = self._figure().split()
        words[random.randrange(4, len(words) - 3)] += ","
        words[0] = words[0].capitalize()
        words[-1] = words[-1].rstrip(",") + "."
        return words

    def _figure(self) -> str:
        random = self._random
        return random.choice(
            (
                "five hundred dollars",
                f"${random.randint(1, 99)},000",
                f"{random.randint(1, 99)} per cent",
                f"January 1, {random.randint(1990, 2026)},",
            )
        )

    def passage(self, length: int) -> list[str]:
        """Draw sentences, at least one, until about so many words are there."""
        words = self.sentence()
        while len(words) + 9 < length:
            words += self.sentence()
        return words
