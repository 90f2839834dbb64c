"""The drawing instructions of a page, carried out as far as letters and rules need.

Source:
    ISO 32000-1, clauses 8.4 (graphics state), 8.5 (paths) and 9.4 (text).
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

from statuteline.pdf.page import Glyph, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
Operands: TypeAlias = "Sequence[Any]"
_SAME: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST: Final = 8
"""Drawings inside drawings; no page needs more."""
_DARK: Final = 0.5
"""Share of white below which a colour is dark."""
_THIN: Final = 3.0
"""Points: a bar that is thicker both ways is an area, not a rule."""


class Face(Protocol):
    """A font."""

    bold: bool

    def letters(self, data: bytes) -> list[tuple[str, float, bool]]:
        """Give what each code says, its width in ems, and whether it is a space."""


class Source(Protocol):
    """A file whose instructions are carried out."""

    def operations(self, stream: Any) -> list[tuple[Any, bytes]]:  # noqa: ANN401 -- pypdf's
        """Parse drawing instructions; strings stay bytes."""

    def face(self, fonts: Any, name: str) -> Face:  # noqa: ANN401 -- the same
        """Give a font of a page."""


@dataclass(slots=True)
class State:
    """What lasts between instructions, and is kept and restored with q and Q."""

    around: Matrix = _SAME
    font: Face | None = None
    size: float = 1.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    raised: float = 0.0
    stroke: float = 1.0
    dark_fill: bool = True
    dark_stroke: bool = True


class Drawing:
    """Carries out instructions, and notes the letters and rules they make."""

    def __init__(self, content: Source) -> None:
        self.glyphs: list[Glyph] = []
        self.rules: list[Rule] = []
        self.turned: list[str] = []
        self._content = content
        self._state = State()
        self._kept: list[State] = []
        self._text: Matrix = _SAME
        self._line: Matrix = _SAME
        self._path: list[tuple[float, float, float, float]] = []
        self._boxes: list[tuple[float, float, float, float]] = []
        self._pen = (0.0, 0.0)
        self._fonts: Any = {}
        self._do: dict[bytes, Callable[[Operands], None]] = {
            b"q": self._keep, b"Q": self._restore, b"cm": self._transform,
            b"w": self._set_width, b"BT": self._begin, b"Tf": self._set_font,
            b"Td": self._move, b"TD": self._move_leading, b"Tm": self._place,
            b"T*": self._next_line, b"Tj": self._show, b"'": self._show_next,
            b'"': self._show_spaced, b"TJ": self._show_all,
            b"Tc": self._set("letter_space"), b"Tw": self._set("word_space"),
            b"TL": self._set("leading"), b"Ts": self._set("raised"),
            b"Tz": self._set_stretch, b"m": self._start, b"l": self._draw,
            b"re": self._box, b"S": self._stroke, b"s": self._stroke,
            b"f": self._fill, b"F": self._fill, b"f*": self._fill, b"n": self._drop,
            b"B": self._both, b"B*": self._both, b"b": self._both, b"b*": self._both,
        }  # fmt: skip
        for name in (b"g", b"rg", b"k", b"sc", b"scn"):
            self._do[name] = self._set_fill
            self._do[name.upper()] = self._set_stroke

    def carry_out(
        self,
        stream: Any,  # noqa: ANN401 -- pypdf's objects
        resources: Any,  # noqa: ANN401 -- the same
        state: State,
        depth: int,
    ) -> None:
        """Carry out a page's instructions, or those of a drawing inside it."""
        resources = resources.get_object() if resources else {}
        before = self._fonts, self._state, self._kept
        fonts = resources.get("/Font", {})
        self._fonts, self._state, self._kept = fonts and fonts.get_object(), state, []
        for operands, operator in self._content.operations(stream):
            if operator == b"Do" and depth < _DEEPEST:
                self._inside(resources, operands, depth)
            elif operator in self._do:
                self._do[operator](operands)
        self._fonts, self._state, self._kept = before

    def _inside(self, resources: Any, operands: Operands, depth: int) -> None:  # noqa: ANN401
        drawings = resources.get("/XObject", {}).get_object()
        drawing = drawings[operands[0]].get_object()
        if drawing.get("/Subtype") == "/Form":
            matrix = _matrix(drawing.get("/Matrix", _SAME))
            inner = replace(self._state, around=_times(matrix, self._state.around))
            own = drawing.get("/Resources", resources)
            self.carry_out(drawing, own, inner, depth + 1)

    def _set(self, field: str) -> Callable[[Operands], None]:
        return lambda operands: setattr(self._state, field, float(operands[0]))

    def _keep(self, _: Operands) -> None:
        self._kept.append(copy(self._state))

    def _restore(self, _: Operands) -> None:
        if self._kept:
            self._state = self._kept.pop()

    def _transform(self, operands: Operands) -> None:
        self._state.around = _times(_matrix(operands), self._state.around)

    def _set_width(self, operands: Operands) -> None:
        self._state.stroke = float(operands[0])

    def _set_stretch(self, operands: Operands) -> None:
        self._state.stretch = float(operands[0]) / 100

    def _set_fill(self, operands: Operands) -> None:
        self._state.dark_fill = _is_dark(operands)

    def _set_stroke(self, operands: Operands) -> None:
        self._state.dark_stroke = _is_dark(operands)

    def _begin(self, _: Operands) -> None:
        self._text = self._line = _SAME

    def _set_font(self, operands: Operands) -> None:
        self._state.font = self._content.face(self._fonts, operands[0])
        self._state.size = float(operands[1])

    def _move(self, operands: Operands) -> None:
        across, up = float(operands[0]), float(operands[1])
        self._text = self._line = _times((1, 0, 0, 1, across, up), self._line)

    def _move_leading(self, operands: Operands) -> None:
        self._state.leading = -float(operands[1])
        self._move(operands)

    def _place(self, operands: Operands) -> None:
        self._text = self._line = _matrix(operands)

    def _next_line(self, _: Operands) -> None:
        self._move((0, -self._state.leading))

    def _show_next(self, operands: Operands) -> None:
        self._next_line(operands)
        self._show(operands)

    def _show_spaced(self, operands: Operands) -> None:
        self._state.word_space = float(operands[0])
        self._state.letter_space = float(operands[1])
        self._show_next(operands[2:])

    def _show_all(self, operands: Operands) -> None:
        for part in operands[0]:
            if isinstance(part, bytes):
                self._show((part,))
            else:
                self._advance(-float(part) / 1000 * self._state.size)

    def _advance(self, width: float) -> None:
        a, b, c, d, left, height = self._text
        width *= self._state.stretch
        self._text = (a, b, c, d, left + a * width, height + b * width)

    def _show(self, operands: Operands) -> None:
        state = self._state
        if state.font is None:
            return
        for says, width, is_space in state.font.letters(bytes(operands[0])):
            raised = _times((1, 0, 0, 1, 0, state.raised), self._text)
            a, b, _, _, left, height = _times(raised, state.around)
            wide = width * state.size + state.letter_space
            wide += state.word_space if is_space else 0.0
            if abs(b) > abs(a):
                self.turned.append(says)
            elif says:
                size = abs(state.size * a) or 1.0
                right = left + width * state.size * state.stretch * a
                glyph = Glyph(says, left, right, height, size, state.font.bold)
                self.glyphs.append(glyph)
            self._advance(wide)

    def _start(self, operands: Operands) -> None:
        self._pen = (float(operands[0]), float(operands[1]))

    def _draw(self, operands: Operands) -> None:
        end = (float(operands[0]), float(operands[1]))
        self._path.append((*self._pen, *end))
        self._pen = end

    def _box(self, operands: Operands) -> None:
        left, bottom, width, height = map(float, operands)
        self._boxes.append((left, bottom, left + width, bottom + height))

    def _stroke(self, _: Operands) -> None:
        if self._state.dark_stroke:
            sides = [side for box in self._boxes for side in _sides(box)]
            half = self._state.stroke * abs(self._state.around[0] or 1.0) / 2
            for one in (*self._path, *sides):
                self._note(self._placed(one), half)
        self._drop(())

    def _fill(self, _: Operands) -> None:
        if self._state.dark_fill:
            for one in self._boxes:
                self._note(self._placed(one), 0.0)
        self._drop(())

    def _both(self, operands: Operands) -> None:
        boxes = list(self._boxes)
        self._stroke(operands)
        self._boxes = boxes
        self._fill(operands)

    def _drop(self, _: Operands) -> None:
        self._path.clear()
        self._boxes.clear()

    def _placed(self, box: Box) -> Box:
        a, b, c, d, e, f = self._state.around
        one = (a * box[0] + c * box[1] + e, b * box[0] + d * box[1] + f)
        two = (a * box[2] + c * box[3] + e, b * box[2] + d * box[3] + f)
        left, right = sorted((one[0], two[0]))
        bottom, top = sorted((one[1], two[1]))
        return left, bottom, right, top

    def _note(self, box: Box, half: float) -> None:
        left, bottom, right, top = box
        if right - left <= _THIN or top - bottom <= _THIN:
            lying = right - left >= top - bottom
            wide, high = (0.0, half) if lying else (half, 0.0)
            self.rules.append(Rule(left - wide, right + wide, bottom - high, top + high))


def _matrix(numbers: Operands) -> Matrix:
    a, b, c, d, e, f = map(float, numbers)
    return a, b, c, d, e, f


def _times(one: Matrix, two: Matrix) -> Matrix:
    return (
        one[0] * two[0] + one[1] * two[2],
        one[0] * two[1] + one[1] * two[3],
        one[2] * two[0] + one[3] * two[2],
        one[2] * two[1] + one[3] * two[3],
        one[4] * two[0] + one[5] * two[2] + two[4],
        one[4] * two[1] + one[5] * two[3] + two[5],
    )


def _sides(box: Box) -> tuple[Box, ...]:
    left, bottom, right, top = box
    return (
        (left, bottom, right, bottom),
        (left, top, right, top),
        (left, bottom, left, top),
        (right, bottom, right, top),
    )


def _is_dark(operands: Operands) -> bool:
    """Tell whether a colour is dark: grey, of three lights or of four inks."""
    numbers = [float(one) for one in operands if isinstance(one, int | float)]
    match numbers:
        case [cyan, magenta, yellow, black]:
            return max(1 - cyan - black, 1 - magenta - black, 1 - yellow - black) < _DARK
        case [*lights] if lights:
            return sum(lights) / len(lights) < _DARK
    return True
