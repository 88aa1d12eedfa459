"""The questions of an entry's form: each shows a value, and gives it back or says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from steadyhands.domain.amounts import mass_mg, minutes, shown
from steadyhands.domain.problem import Problem
from steadyhands.ui import words
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.stepped_slider import SteppedSlider

MOST_G = 5000


class Field(Protocol):
    """One question about a field of an entry's details."""

    @property
    def name(self) -> str:
        """The field's name in the details."""

    @property
    def widget(self) -> QWidget:
        """What shows it."""

    def show_value(self, value: Any) -> None:
        """Show a value as the details hold it."""

    def value(self) -> Any:
        """Return what is answered; Problem for what cannot be read."""


class Choice:
    """Chips of which one may be chosen; `numbers` are kept as numbers, None when none is."""

    def __init__(
        self,
        name: str,
        caption: str,
        choices: Iterable[tuple[str, str]],
        guard: ClickGuard,
        numbers: bool = False,
        needed: bool = False,
    ) -> None:
        self.name = name
        self.widget = self.row = ChipRow(caption, choices, guard=guard)
        self._caption, self._needed = caption, needed
        self._numbers = numbers
        self._kept = ""
        if needed:
            self.row.chosen.connect(self._keep_one)

    def _keep_one(self, key: str) -> None:
        """Choose the pressed chip again when a press would leave none chosen."""
        self._kept = key or self._kept
        self.row.select(self._kept)

    def show_value(self, value: Any) -> None:
        """Mark the chip of a value."""
        self._kept = "" if value is None else str(value)
        self.row.select(self._kept)

    def value(self) -> Any:
        """Return the key chosen, or its number."""
        key = next(iter(self.row.keys()), "")
        if self._needed and not key:
            raise Problem("Please choose one: {question}.", question=self._caption)
        if self._numbers:
            return int(key) if key else None
        return key


class Choices:
    """Chips of which any may be chosen."""

    def __init__(
        self, name: str, caption: str, choices: Iterable[tuple[str, str]], guard: ClickGuard
    ) -> None:
        self.name = name
        self.widget = self.row = ChipRow(caption, choices, exclusive=False, guard=guard)

    def show_value(self, value: Any) -> None:
        """Mark the chips of a value."""
        self.row.select(*value)

    def value(self) -> Any:
        """Return the keys chosen."""
        return self.row.keys()


class Scale:
    """A slider from 0 to 10 that may stay unanswered."""

    def __init__(self, name: str, caption: str, ends: tuple[str, str], guard: ClickGuard) -> None:
        self.name = name
        self.widget = self.slider = SteppedSlider(caption, *ends, guard=guard)

    def show_value(self, value: Any) -> None:
        """Show an answer or none."""
        self.slider.set_value(value)

    def value(self) -> Any:
        """Return the answer, None for none."""
        return self.slider.value()


class Typed:
    """A line to type in; what stands there unchanged is the value that was shown, to the digit."""

    def __init__(
        self,
        name: str,
        caption: str,
        read: Callable[[str], Any],
        write: Callable[[Any], str],
        example: str = "",
    ) -> None:
        self.name = name
        self.widget = self.field = AmountField(caption, read, example)
        self._read = read
        self._write = write
        self._shown: Any = None

    def show_value(self, value: Any) -> None:
        """Write a value."""
        self._shown = value
        self.field.set_text(self._write(value))

    def value(self) -> Any:
        """Return what is typed; what cannot be read is said at the field, and raised."""
        if self.field.text() == self._write(self._shown):
            return self._shown
        try:
            return self._read(self.field.text())
        except Problem as problem:
            self.field.show_problem(problem)
            raise


def text_field(name: str, caption: str) -> Typed:
    """Return a field for a name."""
    return Typed(name, caption, str.strip, str)


def mg_field(name: str, caption: str) -> Typed:
    """Return a field for milligrams; nothing typed is none."""
    return Typed(
        name,
        caption,
        lambda text: mass_mg(text) if text.strip() else 0.0,
        lambda mg: words.mg_text(mg) if mg else "",
        words.mg_text(0),
    )


def grams_field(name: str, caption: str) -> Typed:
    """Return a field for grams; nothing typed is none."""
    return Typed(name, caption, _grams, _grams_text, _grams_text(0, "0"))


def minutes_field(name: str, caption: str, per: float, empty: float | None) -> Typed:
    """Return a field for a length of time kept in units of `per` to the minute."""

    def read(text: str) -> float | None:
        return minutes(text) * per if text.strip() else empty

    def write(value: float | None) -> str:
        return words.duration_text(value / per) if value else ("" if value is None else "0")

    return Typed(name, caption, read, write, words.duration_text(45))


def volume_field(name: str, caption: str, units: str) -> Typed:
    """Return a field for a volume in the person's units."""
    from steadyhands.domain.amounts import volume_ml

    us = words.uses_fl_oz(units)

    def read(text: str) -> float:
        bare = not any(letter.isalpha() for letter in text)
        return volume_ml(f"{text} fl oz" if us and bare and text.strip() else text)

    return Typed(name, caption, read, lambda ml: words.volume_text(ml, units) if ml else "")


def _grams(text: str) -> float:
    said = text.casefold().strip().removesuffix("g").strip().replace(",", ".")
    try:
        grams = float(said or 0)
    except ValueError:
        grams = -1.0
    if not 0 <= grams <= MOST_G:
        raise Problem("I cannot read “{given}” as grams. Try 150 g.", given=shown(text))
    return grams


def _grams_text(grams: float, none: str = "") -> str:
    number = words.number_text(grams, 1) if grams else none
    return words.tr("{0} g").format(number) if number else ""
