"""Figures become a plot of cost against size, as an SVG without anything from elsewhere: both axes logarithmic."""
import math

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 130, 20, 50
SERIES = (('docx', 'whole', '#b3261e', ''), ('docx', 'floor', '#b3261e', '4 4'), ('txt', 'whole', '#1f5fa8', ''), ('txt', 'floor', '#1f5fa8', '4 4'))


def points(figures, kind, what):
    files = {name: file for name, file in (figures['files'] | figures['sizes']).items()
             if name.endswith('.' + kind) and not name.endswith('.gb.txt') and not name.startswith('wordlike')}
    return sorted((file['content'] / 1000, file[what]['us'] / 1000) for file in files.values())


class Scale:
    """Powers of ten onto pixels."""

    def __init__(self, values, begin, end):
        self.low, self.high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        self.begin, self.end = begin, end

    def at(self, value):
        return self.begin + (math.log10(value) - self.low) / (self.high - self.low) * (self.end - self.begin)

    def ticks(self):
        return [10.0 ** power for power in range(self.low, self.high + 1)]


def label(value):
    return f'{value:,.0f}' if value >= 1 else f'{value:g}'


def svg(figures):
    series = [(f'.{kind}, {what}', colour, dash, points(figures, kind, what)) for kind, what, colour, dash in SERIES]
    everything = [point for *_, line in series for point in line]
    x = Scale([size for size, _ in everything], LEFT, WIDTH - RIGHT)
    y = Scale([cost for _, cost in everything], HEIGHT - BOTTOM, TOP)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']
    for tick in x.ticks():
        out.append(f'<line x1="{x.at(tick):.1f}" y1="{TOP}" x2="{x.at(tick):.1f}" y2="{HEIGHT - BOTTOM}" stroke="#ddd"/>'
                   f'<text x="{x.at(tick):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{label(tick)}</text>')
    for tick in y.ticks():
        out.append(f'<line x1="{LEFT}" y1="{y.at(tick):.1f}" x2="{WIDTH - RIGHT}" y2="{y.at(tick):.1f}" stroke="#ddd"/>'
                   f'<text x="{LEFT - 8}" y="{y.at(tick) + 4:.1f}" text-anchor="end">{label(tick)}</text>')
    for name, colour, dash, line in series:
        path = ' '.join(f'{x.at(size):.1f},{y.at(cost):.1f}' for size, cost in line)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5" stroke-dasharray="{dash}"/>')
        out += [f'<circle cx="{x.at(size):.1f}" cy="{y.at(cost):.1f}" r="2.5" fill="{colour}"/>' for size, cost in line]
        out.append(f'<text x="{x.at(line[-1][0]) + 8:.1f}" y="{y.at(line[-1][1]) + 4:.1f}" fill="{colour}">{name}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">KB of document.xml, or of text</text>')
    out.append(f'<text transform="translate(16 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">ms of processor time</text></svg>')
    return '\n'.join(out) + '\n'
