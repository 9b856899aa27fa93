#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times KPI Maps in turn against dot and elkjs and counts what the drawings show; prints a Markdown table.

usage: maps.py PHAEN SHARE WORK BOXES...

WORK/map-BOXES holds what make_map.py wrote and plan.db. Counted on the files the programs wrote:
crossings   pairs of links between neighbouring levels that cross by the order of the boxes, links drawn on one page
overlaps    pairs of boxes that overlap
through     stretches of links inside a box they neither come from nor lead to
A program that needs longer than LIMIT seconds at one size is left out at the larger ones.
"""
import collections
import glob
import json
import os
import re
import shlex
import statistics
import subprocess
import sys

from measure import run

RUNS = {97: 5, 301: 5, 891: 3, 1756: 3, 5176: 3}
LIMIT = 60
LAY_OUT = 'phaen, laying out alone'
LEVELS = 'goal,issue,guideline,programme,flagship,project'


# --- counting -------------------------------------------------------------------------------------------------------

def count_inversions(pairs):
    """Pairs of links (position above, position below) that cross; Fenwick tree."""
    pairs = sorted(pairs)
    tree, crossings = [0] * (max((b for _, b in pairs), default=0) + 2), 0
    for seen, (_, below) in enumerate(pairs):
        at, not_below = below + 1, 0
        while at > 0:
            not_below += tree[at]
            at &= at - 1
        crossings += seen - not_below
        at = below + 1
        while at < len(tree):
            tree[at] += 1
            at += at & -at
    return crossings


def crossings(columns, links):
    place = {code: (level, i) for level, column in enumerate(columns) for i, code in enumerate(column)}
    pairs = collections.defaultdict(list)
    for upper, lower, _ in links:
        if upper in place and lower in place:
            pairs[place[upper][0]].append((place[upper][1], place[lower][1]))
    return sum(count_inversions(some) for some in pairs.values())


class Sheet:
    """Boxes (left, top, right, bottom) by name and stretches (x, y, x, y, names of the ends) of one page."""

    CELL = 120

    def __init__(self, boxes, stretches):
        self.boxes, self.stretches = boxes, stretches
        self.cells = collections.defaultdict(list)
        for name, box in boxes.items():
            for cell in self.cells_of(box):
                self.cells[cell].append(name)

    def cells_of(self, box):
        left, top, right, bottom = (int(edge // self.CELL) for edge in box)
        return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]

    def near(self, box):
        return {name for cell in self.cells_of(box) for name in self.cells.get(cell, ())}

    @staticmethod
    def meet(a, b, slack=0.2):
        return (a[0] + slack < b[2] and b[0] + slack < a[2] and a[1] + slack < b[3] and b[1] + slack < a[3])

    def overlaps(self):
        return sum(name < other and self.meet(box, self.boxes[other])
                   for name, box in self.boxes.items() for other in self.near(box))

    def through(self):
        found = 0
        for x1, y1, x2, y2, ends in self.stretches:
            line = (min(x1, x2) - 0.3, min(y1, y2) - 0.3, max(x1, x2) + 0.3, max(y1, y2) + 0.3)
            found += sum(name not in ends and self.meet(line, self.boxes[name], 0.6) for name in self.near(line))
        return found


def stretches_of(points, ends):
    return [(*a, *b, ends) for a, b in zip(points, points[1:])]


def read_phaen(folder):
    """Each page as a sheet with the columns of codes it shows. Boxes are outlines with rounded corners; a link's ends are the
    boxes its path touches."""
    for path in sorted(glob.glob(os.path.join(folder, 'phaen.svg')) + glob.glob(os.path.join(folder, 'phaen-*.svg'))):
        with open(path, encoding='utf-8') as file:
            drawn = file.read().split('<g role="img"', 1)[1]
        boxes, lines = [], []
        for d, fill in re.findall(r'<path d="([^"]*)" fill="([^"]*)" stroke=', drawn):
            points = [tuple(map(float, pair)) for pair in re.findall(r'([\d.-]+) ([\d.-]+)', d)]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if fill == 'none':
                if len(points) > 1:
                    lines.append(points)
            elif 'C' in d and max(xs) - min(xs) > 40:
                boxes.append((min(xs), min(ys), max(xs), max(ys)))
        names = {}
        for x, y, text in re.findall(r'<tspan x="([\d.]+)" y="([\d.]+)"[^>]*font-weight="bold"[^>]*>([A-Z][\w-]*) ?<', drawn):
            x, y = float(x), float(y)
            for i, (left, top, right, bottom) in enumerate(boxes):
                if left < x < right and top < y < top + 14 and i not in names:
                    names[i] = text
        named = {names.get(i, '#%d' % i): box for i, box in enumerate(boxes)}
        columns = collections.defaultdict(list)
        for name, (left, top, right, bottom) in named.items():
            columns[round(right)].append((top, name))
        stretches = []
        for points in lines:
            inside = [name for name, (left, top, right, bottom) in named.items()
                      if left <= points[0][0] <= right and top <= points[0][1] <= bottom and
                      left <= points[-1][0] <= right and top <= points[-1][1] <= bottom]
            if inside:
                continue  # a rule within its box
            stretches += stretches_of(points, ())
        yield Sheet(named, stretches), [[name for _, name in sorted(columns[x])] for x in sorted(columns)]


def read_dot(path):
    """`dot -Tplain`: inches. Curves are taken by their control points, which for `ortho` are the bends."""
    boxes, stretches, columns = {}, [], collections.defaultdict(list)
    with open(path, encoding='utf-8') as file:
        for line in file.read().replace('\\\n', '').splitlines():
            words = line.replace('"', '').split()
            if words[0] == 'node':
                x, y, width, height = (72 * float(word) for word in words[2:6])
                boxes[words[1]] = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
                columns[round(x)].append((-y, words[1]))
            elif words[0] == 'edge':
                points = [72 * float(word) for word in words[4:4 + 2 * int(words[3])]]
                stretches += stretches_of(curve(list(zip(points[::2], points[1::2]))), (words[1], words[2]))
    return Sheet(boxes, stretches), [[name for _, name in sorted(columns[x])] for x in sorted(columns)]


def curve(control):
    """Points on a chain of cubic Bezier curves."""
    points = [control[0]]
    for i in range(0, len(control) - 3, 3):
        a, b, c, d = control[i:i + 4]
        for step in range(1, 9):
            t = step / 8
            points.append(tuple((1 - t)**3 * a[k] + 3 * (1 - t)**2 * t * b[k] + 3 * (1 - t) * t * t * c[k] + t**3 * d[k]
                                for k in (0, 1)))
    return points


def read_elk(path):
    with open(path, encoding='utf-8') as file:
        laid = json.load(file)
    boxes, stretches, columns = {}, [], collections.defaultdict(list)
    for node in laid['children']:
        boxes[node['id']] = (node['x'], node['y'], node['x'] + node['width'], node['y'] + node['height'])
        columns[int(node['layoutOptions']['elk.partitioning.partition'])].append((node['y'], node['id']))
    for edge in laid['edges']:
        for section in edge.get('sections', ()):
            points = [section['startPoint'], *section.get('bendPoints', ()), section['endPoint']]
            stretches += stretches_of([(p['x'], p['y']) for p in points], (edge['sources'][0], edge['targets'][0]))
    return Sheet(boxes, stretches), [[name for _, name in sorted(columns[x])] for x in sorted(columns)]


# --- programs ---------------------------------------------------------------------------------------------------------

def programs(phaen, share, folder):
    """(name, command, how to read what it wrote) in the order they take turns."""
    at = lambda name: os.path.join(folder, name)
    draw = '%s map %s --kind cascade --levels %s --share %s --lang en --no-attachments -o %%s' % (phaen, at('plan.db'), LEVELS, share)
    dot = 'dot -Tplain -Gsplines=%%s %s -o %%s' % at('map.dot')
    elk = 'node %s %s %s' % (os.path.join(os.path.dirname(os.path.abspath(__file__)), 'elk.js'), at('map.json'), at('elk.out'))
    yield LAY_OUT, draw % at('phaen.svg') + ' --time', None
    yield 'phaen, SVG', draw % at('phaen.svg'), lambda: list(read_phaen(folder))
    yield 'phaen, PDF', draw % at('phaen.pdf') + ' --skip readback', None
    yield 'phaen, PDF read back', draw % at('phaen-checked.pdf'), None
    yield 'dot ortho', dot % ('ortho', at('ortho.plain')), lambda: [read_dot(at('ortho.plain'))]
    yield 'dot splines', dot % ('true', at('curved.plain')), lambda: [read_dot(at('curved.plain'))]
    yield 'elkjs layered', elk, lambda: [read_elk(at('elk.out'))]


def laying_out(command):
    """Seconds phaen itself says it took to measure text, place boxes and route links on all pages."""
    notes = subprocess.run(shlex.split(command), capture_output=True, text=True).stderr
    return float(re.search(r'lay out +([\d.]+) s', notes).group(1))


def measure_size(boxes, entries, dropped):
    results = collections.defaultdict(list)
    for turn in range(RUNS.get(boxes, 3)):
        for name, command, _ in entries:
            if name in dropped:
                continue
            if name == LAY_OUT:
                seconds = laying_out(command)
                results[name].append((seconds, seconds, 0))
                continue
            wall, cpu, peak, code = run(command, 4 * LIMIT)
            if code != 0:
                dropped[name] = 'stopped after %d s' % (4 * LIMIT) if code < 0 else 'failed (%d)' % code
            elif wall > LIMIT and turn == 0:
                dropped[name] = 'over %d s at %d boxes' % (LIMIT, boxes)
            if code == 0:
                results[name].append((wall, cpu, peak))
    return results


def main():
    phaen, share, work = sys.argv[1:4]
    dropped = {}
    print('| boxes / links | program | wall s | CPU s | dot ortho takes, CPU | CPU ms a box | peak MiB | crossings '
          '(plan order) | overlaps | through boxes |')
    print('|---|---|---|---|---|---|---|---|---|---|')
    for boxes in map(int, sys.argv[4:]):
        folder = os.path.join(work, 'map-%d' % boxes)
        with open(os.path.join(folder, 'graph.json'), encoding='utf-8') as file:
            graph = json.load(file)
        plan_order = crossings(graph['columns'], graph['links'])
        entries = list(programs(phaen, share, folder))
        left_out = dict(dropped)
        results = measure_size(boxes, entries, dropped)
        for name, _, read in entries:
            head = '| %d / %d | %s |' % (boxes, len(graph['links']), name)
            if not results[name]:
                print(head, left_out.get(name) or dropped[name], '| | | | | | | |')
                continue
            # A stage is timed by the clock alone: the least of its runs is the least disturbed.
            middle = min if name == LAY_OUT else statistics.median
            wall, cpu, peak = (middle(column) for column in zip(*results[name]))
            figures = '| | '
            if read:
                sheets = read()
                figures = '%d (%d) | %d | %d' % (
                    sum(crossings(columns, graph['links']) for _, columns in sheets), plan_order,
                    sum(sheet.overlaps() for sheet, _ in sheets), sum(sheet.through() for sheet, _ in sheets))
            ortho = statistics.median(one[1] for one in results['dot ortho']) if results['dot ortho'] else 0
            print(head, '%.3f | %.3f | %s | %.2f | %s | %s |' % (
                wall, cpu, '%.1f x' % (ortho / cpu) if ortho else '', 1000 * cpu / boxes, '%.0f' % peak if peak else '',
                figures), flush=True)


if __name__ == '__main__':
    main()
