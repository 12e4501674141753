"""Plots drawn as SVG: a grid of counts, and a curve over bins. Each says in words what it shows."""

from html import escape

from assistant.confusion import Bin, Grid

CELL, TALL, LEFT, TOP = 136, 44, 190, 40
WIDE, HIGH, MARGIN, FOOT = 620, 220, 56, 48
INK, PAPER, BAR = "#0b0c0c", "#ffffff", "#1d4f91"
DARK = 0.5  # from here on, words on a cell are white


def grid_svg(name: str, title: str, grid: Grid) -> str:
    """Each cell the darker the more of its row it holds; the right ones have a heavy edge."""
    parts = [
        _text(LEFT + CELL * (at + 0.5), TOP - 14, column, "middle") for at, column in enumerate(grid.columns)
    ]
    for at, row in enumerate(grid.rows):
        parts.append(_text(LEFT - 12, TOP + TALL * (at + 0.6), row, "end"))
        parts += [_cell(grid, at, to) for to in range(len(grid.columns))]
    said = "; ".join(
        f"{row}: "
        + ", ".join(f"{column} {count}" for column, count in zip(grid.columns, counts, strict=True))
        for row, counts in zip(grid.rows, grid.counts, strict=True)
    )
    size = (LEFT + CELL * len(grid.columns) + 8, TOP + TALL * len(grid.rows) + 8)
    return _svg(name, title, said, size, parts)


def _cell(grid: Grid, at: int, to: int) -> str:
    count, whole = grid.counts[at][to], sum(grid.counts[at]) or 1
    shade = count / whole
    x, y = LEFT + CELL * to, TOP + TALL * at
    edge = 4 if (at, to) in grid.wanted else 1
    box = (
        f'<rect x="{x + 3}" y="{y + 3}" width="{CELL - 6}" height="{TALL - 6}" fill="{_blue(shade)}"'
        f' stroke="{INK}" stroke-width="{edge}"/>'
    )
    colour = PAPER if shade >= DARK else INK
    return box + _text(x + CELL / 2, y + TALL * 0.6, str(count), "middle", colour)


def _blue(shade: float) -> str:
    """From white to the blue of the page; where words turn white, dark enough for them."""
    part = 0.25 * shade / DARK if shade < DARK else 0.8 + 0.2 * (shade - DARK) / (1 - DARK)
    ends = zip(_parts(PAPER), _parts(BAR), strict=True)
    return "#" + "".join(f"{round(light + (dark - light) * part):02x}" for light, dark in ends)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def curve_svg(name: str, title: str, bins: list[Bin]) -> str:
    """The share right in each bin, joined by a line; the number of questions stands at each point."""
    step = (WIDE - 2 * MARGIN) / max(1, len(bins))
    places = [(MARGIN + step * (at + 0.5), _height(each.share)) for at, each in enumerate(bins)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    parts = [_rung(share) for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
    parts.append(f'<polyline points="{line}" fill="none" stroke="{BAR}" stroke-width="3"/>')
    for (x, y), each in zip(places, bins, strict=True):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="{BAR}"/>')
        parts.append(_text(x, y - 12, f"{each.right} of {each.number}", "middle"))
        parts.append(_text(x, HIGH + FOOT, each.label, "middle"))
    said = "; ".join(f"score {each.label}: {each.right} of {each.number} right" for each in bins)
    return _svg(name, title, said, (WIDE, HIGH + FOOT + 20), parts)


def _height(share: float) -> float:
    return 30 + HIGH * (1 - share)


def _rung(share: float) -> str:
    y = _height(share)
    line = f'<line x1="{MARGIN}" x2="{WIDE - MARGIN}" y1="{y}" y2="{y}" stroke="#b1b4b6"/>'
    return line + _text(MARGIN - 8, y + 5, f"{share:.0%}", "end")


def _text(x: float, y: float, words: str, anchor: str, colour: str = INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'


def _svg(name: str, title: str, said: str, size: tuple[float, float], parts: list[str]) -> str:
    """`name` is the plot's own in its page, for the ids of its title and description."""
    return (
        f'<svg viewBox="0 0 {size[0]} {size[1]}" width="{size[0]}"'
        f' role="img" aria-labelledby="{name}-title {name}-said" font-size="14" font-family="sans-serif">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-said">{escape(said)}</desc>'
        f"{''.join(parts)}</svg>"
    )
