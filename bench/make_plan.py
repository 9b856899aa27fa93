#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans of any size as CSV folders that `phaen import` reads.

usage: make_plan.py document PLAN.json FOLDER    the document of the peers' kit (gen.py plan SIZE of the kit)
       make_plan.py rows ROWS.tsv FOLDER         its worksheet rows (gen.py xlsx ROWS)
       make_plan.py own CHAPTERS FOLDER          without the kit: texts of samples/, about 10 pages a chapter

`document`: a chapter is an issue, its sections are guidelines with their paragraphs as narratives; a table is
programmes (the clusters of its group rows) with flagships (the provinces of its merged cells) that own the KPIs; an
annex is a goal. `rows`: a block of five rows is an issue, a row is a project with one KPI and one budget.
Python 3, standard library alone; the same bytes for the same input.
"""
import csv
import json
import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
REFERENCE = os.path.join(HERE, '..', 'samples', 'reference')
PLAN = {'code': 'BENCH', 'cycle': '2557', 'area': 'N-U1', 'kind': 'cluster', 'start_year': '2557', 'end_year': '2560',
        'issue_date': '2013-12-20', 'status': 'approved', 'fact': 'real'}
YEARS = (2557, 2558, 2559, 2560)


class Folder:
    """CSV files open at once; records are written as they come."""

    def __init__(self, path):
        shutil.rmtree(path, ignore_errors=True)
        os.makedirs(path)
        for name in sorted(os.listdir(REFERENCE)):
            if name.endswith('.csv'):
                shutil.copy(os.path.join(REFERENCE, name), path)
        self.path, self.files, self.writers = path, [], {}

    def table(self, name, columns):
        file = open(os.path.join(self.path, name + '.csv'), 'w', encoding='utf-8', newline='')
        self.files.append(file)
        writer = csv.writer(file, lineterminator='\n')
        columns = columns.split() + ['fact']
        writer.writerow(columns)

        def add(*values):
            writer.writerow(list(values) + ['real'])
        return add

    def plan(self, title, edition):
        with open(os.path.join(self.path, 'plans.csv'), 'w', encoding='utf-8', newline='') as file:
            row = dict(PLAN, title=title, edition=edition)
            writer = csv.DictWriter(file, sorted(row), lineterminator='\n')
            writer.writeheader()
            writer.writerow(row)

    def close(self):
        for file in self.files:
            file.close()


class DocumentWriter:
    def __init__(self, folder):
        self.nodes = folder.table('nodes', 'code parent level ordinal name')
        self.narratives = folder.table('narratives', 'section ordinal kind text node')
        self.kpis = folder.table('kpis', 'code node ordinal name short_name base aggregate')
        self.targets = folder.table('targets', 'kpi year version revision value')

    def kpi(self, node, ordinal, row):
        code = '%s-K%d' % (node, ordinal)
        self.kpis(code, node, ordinal, row['indicator'], row['topic'], row['base'], 'sum')
        for year, value in zip(YEARS, row['t']):
            self.targets(code, year, 'approved', 0, value)

    def table(self, owner, table):
        self.narratives(owner + '.table', 1, 'heading', table['caption'], owner)
        for g, group in enumerate(table['groups'], 1):
            cluster = '%s-P%d' % (owner, g)
            self.nodes(cluster, owner, 'programme', g, group['name'])
            for p, province in enumerate(group['provinces'], 1):
                flagship = '%s-F%d' % (cluster, p)
                self.nodes(flagship, cluster, 'flagship', p, province['name'])
                for k, row in enumerate(province['rows'], 1):
                    self.kpi(flagship, k, row)

    def chapter(self, number, chapter):
        code = 'I%d' % number
        self.nodes(code, '', 'issue', number, chapter['title'])
        for s, section in enumerate(chapter['sections'], 1):
            guideline = '%s-S%d' % (code, s)
            self.nodes(guideline, code, 'guideline', s, section['title'])
            for n, text in enumerate(section['paras'], 1):
                self.narratives(guideline + '.text', n, 'paragraph', text, guideline)
        self.table(code, chapter['table'])

    def annex(self, number, annex):
        code = 'G%d' % number
        self.nodes(code, '', 'goal', number, annex['title'])
        self.table(code, annex['table'])


def make_document(source, path):
    with open(source, encoding='utf-8') as file:
        write_document(json.load(file), path)


def make_own(chapters, path):
    write_document(own_document(int(chapters)), path)


def write_document(document, path):
    folder = Folder(path)
    folder.plan(document['title'], document['subtitle'])
    writer = DocumentWriter(folder)
    for number, chapter in enumerate(document['chapters'], 1):
        writer.chapter(number, chapter)
    for number, annex in enumerate(document['annex'], 1):
        writer.annex(number, annex)
    folder.close()


class Numbers:
    """The same numbers on every Python: a 64-bit linear congruential generator."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def pick(self, items):
        return items[self.below(len(items))]


def sample_column(table, column):
    values = []
    samples = os.path.join(HERE, '..', 'samples')
    for sample in sorted(os.listdir(samples)):
        path = os.path.join(samples, sample, table + '.csv')
        if os.path.exists(path):
            with open(path, encoding='utf-8', newline='') as file:
                values += [row[column] for row in csv.DictReader(file) if row.get(column)]
    return values


def own_document(chapters):
    numbers = Numbers(2566)
    texts = [t for t in sample_column('narratives', 'text') if len(t) > 120]
    names, areas = sample_column('kpis', 'name'), sample_column('areas', 'name')

    def kpi():
        start = 1 + numbers.below(40)
        return {'topic': numbers.pick(areas), 'indicator': numbers.pick(names), 'base': str(numbers.below(900) / 10),
                't': [str(start + year) for year in range(4)]}

    def chapter(number):
        table = {'caption': 'ตารางที่ %d ตัวชี้วัดและค่าเป้าหมาย' % number, 'groups': [
            {'name': numbers.pick(areas), 'provinces': [
                {'name': numbers.pick(areas), 'rows': [kpi() for _ in range(2 + numbers.below(4))]}
                for _ in range(4)]} for _ in range(2)]}
        sections = [{'title': '%d.%d %s' % (number, section, numbers.pick(areas)),
                     'paras': [numbers.pick(texts) for _ in range(5)]} for section in range(1, 5)]
        return {'title': 'ส่วนที่ %d %s' % (number, numbers.pick(areas)), 'sections': sections, 'table': table}

    return {'title': 'แผนพัฒนากลุ่มจังหวัด', 'subtitle': 'เอกสารสำหรับวัดความเร็ว',
            'chapters': [chapter(number) for number in range(1, chapters + 1)], 'annex': []}


def make_rows(source, path):
    folder = Folder(path)
    folder.plan('ตัวชี้วัด', '')
    nodes = folder.table('nodes', 'code parent level ordinal name short_name description')
    kpis = folder.table('kpis', 'code node ordinal name short_name unit base aggregate remarks')
    targets = folder.table('targets', 'kpi year version revision value')
    budgets = folder.table('budgets', 'node year stage line category amount')
    with open(source, encoding='utf-8') as file:
        for i, line in enumerate(file):
            (number, cluster, province, topic, indicator, unit, base, *values, _total, amount,
             office) = line.rstrip('\n').split('\t')
            block = 'I%d' % (i // 5 + 1)
            if i % 5 == 0:
                nodes(block, '', 'issue', i // 5 + 1, province, cluster, '')
            node = '%s-J%d' % (block, i % 5 + 1)
            nodes(node, block, 'project', i % 5 + 1, office, '', '')
            code = node + '-K1'
            kpis(code, node, number, indicator, topic, unit, base, 'sum', '')
            for year, value in zip(YEARS, values):
                targets(code, year, 'approved', 0, value)
            budgets(node, YEARS[0], 'approved', 1, 'other', amount)
    folder.close()


if __name__ == '__main__':
    what, source, path = sys.argv[1:4]
    {'document': make_document, 'rows': make_rows, 'own': make_own}[what](source, path)
