#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan of any number of boxes, and its map for programs that draw graphs.

usage: make_map.py BOXES FOLDER

Writes FOLDER/plan/*.csv (for `phaen import`), FOLDER/map.dot, FOLDER/map.json (ELK), FOLDER/graph.json (what
maps.py counts with). Six levels, goal to project; every box below the top has one parent above it in plan order, and 35
in 100 have a second one anywhere on that level. Indicators hang under their node in phaen; the other programs get them
as boxes of the same level. Boxes are 2.2 x 0.5 inches there; phaen measures its own text.
Python 3, standard library alone; the same bytes for the same input.
"""
import json
import os
import sys

from make_plan import Folder, Numbers, sample_column

LEVELS = ('goal', 'issue', 'guideline', 'programme', 'flagship', 'project')
ISSUES = 4


def sizes(boxes):
    """Nodes and indicators of each level; the projects are what is left."""
    nodes = [1, ISSUES, 4 + boxes // 40, 4 + boxes // 20, 6 + boxes // 12]
    indicators = [2, 3 + boxes // 60, 2 + boxes // 60, 2 + boxes // 30, 2 + boxes // 20]
    return nodes + [boxes - sum(nodes) - sum(indicators)], indicators + [0]


class Map:
    """Boxes in plan order by level; links as (from, to, primary)."""

    def __init__(self, boxes):
        self.numbers = Numbers(2571)
        self.names = sample_column('kpis', 'name')
        self.nodes, self.indicators, self.links = [], [], []
        for level, (nodes, indicators) in enumerate(zip(*sizes(boxes))):
            self.add_nodes(level, nodes)
            self.add_indicators(level, indicators)

    def name(self):
        return self.numbers.pick(self.names)

    def add_nodes(self, level, count):
        made = []
        for i in range(count):
            node = {'code': '%s%d' % ('GINRFJ'[level], i + 1), 'name': self.name(), 'level': level}
            if level > 0:
                above = self.nodes[level - 1]
                node['parent'] = above[i * len(above) // count]['code']
                self.links.append((node['parent'], node['code'], True))
                self.second_parent(node['code'], level)
            made.append(node)
        self.nodes.append(made)

    def add_indicators(self, level, count):
        made = []
        for i in range(count):
            host = self.nodes[level][i * len(self.nodes[level]) // count]
            number = made[-1]['number'] + 1 if made and made[-1]['node'] == host['code'] else 1
            code = '%s-K%d' % (host['code'], number)
            made.append({'code': code, 'name': self.name(), 'level': level, 'node': host['code'], 'number': number})
            if level > 0:
                above = self.indicators[level - 1]
                parent = above[i * len(above) // count]['code']
                self.links.append((parent, code, True))
                self.second_parent(code, level, parent)
        self.indicators.append(made)

    def second_parent(self, code, level, first=None):
        second = self.numbers.pick(self.indicators[level - 1])['code']
        if self.numbers.below(100) < 35 and second != first:
            self.links.append((second, code, False))

    def columns(self):
        """Codes by level as the plan orders them: each node, then its indicators."""
        for nodes, indicators in zip(self.nodes, self.indicators):
            under = {}
            for one in indicators:
                under.setdefault(one['node'], []).append(one['code'])
            yield [code for node in nodes for code in [node['code']] + under.get(node['code'], [])]


def write_plan(graph, path):
    folder = Folder(path)
    folder.plan('แผนพัฒนากลุ่มจังหวัด', 'แผนสำหรับวัดความเร็ว')
    nodes = folder.table('nodes', 'code parent level ordinal name')
    kpis = folder.table('kpis', 'code node ordinal name base aggregate')
    targets = folder.table('targets', 'kpi year version revision value')
    kpi_links = folder.table('kpi_links', 'child parent rank')
    node_kpis = folder.table('node_kpis', 'node kpi rank')
    for level in graph.nodes:
        for ordinal, node in enumerate(level, 1):
            nodes(node['code'], node.get('parent', ''), LEVELS[node['level']], ordinal, node['name'])
    for level in graph.indicators:
        for ordinal, kpi in enumerate(level, 1):
            kpis(kpi['code'], kpi['node'], ordinal, kpi['name'], graph.numbers.below(900), 'last')
            targets(kpi['code'], 2560, 'approved', 0, graph.numbers.below(900))
    for upper, lower, primary in graph.links:
        rank = 'primary' if primary else 'secondary'
        if '-K' in lower:
            kpi_links(lower, upper, rank)
        elif '-K' in upper:
            node_kpis(lower, upper, rank)
    folder.close()


def write_dot(graph, path):
    with open(path, 'w', encoding='utf-8') as file:
        file.write('digraph map {\nrankdir=LR; node [shape=box width=2.2 height=0.5 fixedsize=true fontsize=8];\n')
        for column in graph.columns():
            file.write('{rank=same; %s}\n' % ' '.join('"%s"' % code for code in column))
        for upper, lower, _ in graph.links:
            file.write('"%s" -> "%s";\n' % (upper, lower))
        file.write('}\n')


def write_elk(graph, path):
    children = [{'id': code, 'width': 158.4, 'height': 36,
                 'layoutOptions': {'elk.partitioning.partition': str(level)}}
                for level, column in enumerate(graph.columns()) for code in column]
    edges = [{'id': 'e%d' % i, 'sources': [upper], 'targets': [lower]}
             for i, (upper, lower, _) in enumerate(graph.links)]
    options = {'elk.algorithm': 'layered', 'elk.direction': 'RIGHT', 'elk.edgeRouting': 'ORTHOGONAL',
               'elk.partitioning.activate': 'true'}
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'id': 'map', 'layoutOptions': options, 'children': children, 'edges': edges}, file)


def main():
    boxes, folder = int(sys.argv[1]), sys.argv[2]
    graph = Map(boxes)
    write_plan(graph, os.path.join(folder, 'plan'))
    write_dot(graph, os.path.join(folder, 'map.dot'))
    write_elk(graph, os.path.join(folder, 'map.json'))
    with open(os.path.join(folder, 'graph.json'), 'w', encoding='utf-8') as file:
        json.dump({'columns': list(graph.columns()), 'links': graph.links}, file)


if __name__ == '__main__':
    main()
