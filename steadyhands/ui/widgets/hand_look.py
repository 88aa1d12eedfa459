"""The colours a hand is painted with: skins to choose from, highlights and heat."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor

from steadyhands.domain.value import Value

LINE_SKIN = "line"
# light, base, shade, outline, nail: from the palest to the deepest skin people have.
_TONES: Mapping[str, tuple[str, str, str, str, str]] = {
    "porcelain": ("#FFEBDD", "#F7D3BD", "#D9A488", "#8C5F4A", "#FCE3DA"),
    "peach": ("#FFD9BD", "#F2BC98", "#CC8F6B", "#80543D", "#FADACB"),
    "honey": ("#F4C79B", "#DDA36F", "#B27743", "#6B4426", "#F0CBAE"),
    "almond": ("#D9A27A", "#B97F56", "#8C5836", "#533018", "#DDB199"),
    "chestnut": ("#AC7A57", "#8A5A3C", "#613A25", "#3A2013", "#C4977D"),
    "ebony": ("#7E5641", "#5F3D2D", "#41281D", "#1F110B", "#A5806F"),
}
SKINS: tuple[str, ...] = (*_TONES, LINE_SKIN)
DEFAULT_SKIN = "peach"


class Skin(Value):
    """The shades of one skin, from where light falls to where it does not."""

    light: QColor
    base: QColor
    shade: QColor
    outline: QColor
    nail: QColor
    rim: QColor  # round the whole hand, where it must part from the card
    is_drawing: bool = False


class HandColors(Value):
    """What the theme says: the card the hand lies on, its words, accent and highlight."""

    card: QColor = QColor("#FFFFFF")
    text: QColor = QColor("#5A6068")
    accent: QColor = QColor("#0F766E")
    highlight: QColor = QColor("#C73E1D")


def skin(name: str, colors: HandColors) -> Skin:
    """Return the skin called `name`; the line drawing takes the theme's own colours."""
    if name == LINE_SKIN:
        card, ink = colors.card, mixed(colors.text, colors.card, 0.1)
        return Skin(card, card, mixed(card, ink, 0.10), ink, card, ink, True)
    light, base, shade, outline, nail = (QColor(tone) for tone in _TONES[name])
    is_dark = colors.card.lightnessF() < 0.5
    rim = mixed(outline, light, 0.85) if is_dark and base.lightnessF() < 0.45 else outline
    return Skin(light, base, shade, outline, nail, rim)


def mixed(a: QColor, b: QColor, share: float) -> QColor:
    """Return the colour `share` (0..1) of the way from a to b."""
    share = min(max(share, 0.0), 1.0)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def tinted(tone: Skin, color: QColor, amount: float) -> Skin:
    """Return the skin coloured by `amount` (0..1), its light and shade kept."""
    if amount <= 0.0:
        return tone
    light, shade = mixed(color, QColor("#FFFFFF"), 0.22), mixed(color, QColor("#000000"), 0.28)
    return Skin(
        mixed(tone.light, light, amount),
        mixed(tone.base, color, amount),
        mixed(tone.shade, shade, amount),
        mixed(tone.outline, mixed(color, QColor("#000000"), 0.5), amount),
        mixed(tone.nail, light, amount * 0.7),
        tone.rim,
        tone.is_drawing,
    )


class Look(Value):
    """How one hand is painted: its skin, and per part a colour and its amount (0..1).

    `pixel` is the size of a device pixel in the scene's millimetres.
    """

    skin: Skin
    tints: Mapping[str, tuple[QColor, float]]
    pixel: float = 0.5

    def of(self, part: str) -> Skin:
        """Return the skin of one part."""
        color, amount = self.tints.get(part, (self.skin.base, 0.0))
        return tinted(self.skin, color, amount)
