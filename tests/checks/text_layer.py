#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether what a document says can be read, searched and copied out of its PDF.

usage: text_layer.py FILE.pdf DUMP PLAN.csv... [--exact]
DUMP is what `phaen build --dump pages` prints for the same document; PLAN.csv the tables whose names are searched for.
Every set line must come back in pdftotext's three modes, mutool and Ghostscript (--exact: as a line of its own, runs of
spaces as one); every word of the names that stands on a line must be found by MuPDF's search on that page, every row of
a table that stands on one page must be copied as it is printed, cell by cell. Prints what fails; exit 1.
"""
import csv
import re
import subprocess
import sys
import tempfile

READERS = {'poppler': ('pdftotext', '{}', '-'), 'poppler -raw': ('pdftotext', '-raw', '{}', '-'),
           'poppler -layout': ('pdftotext', '-layout', '{}', '-'), 'mupdf': ('mutool', 'draw', '-q', '-F', 'txt', '{}'),
           'ghostscript': ('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=txtwrite', '-sOutputFile=-', '{}')}
NO_INK = '\u200b\u2060\u00ad'
RUN = re.compile(r'    run (-?[\d.]+)\+([\d.]+) .*? ([\d.]+)(?: rise [^"]*| underline[^"]*| #[^"]*| -> [^"]*| from [^"]*)? "(.*)"\n$')
SEARCH = '''
var file = Document.openDocument ? Document.openDocument(scriptArgs[0]) : new Document(scriptArgs[0]);
for (var i = 1; i < scriptArgs.length; ++i) {
  var line = scriptArgs[i], at = line.indexOf(" ");
  var found = file.loadPage(parseInt(line.substring(0, at))).toStructuredText("").search(line.substring(at + 1));
  if (!found || found.length == 0) print(line);
}
'''


def output(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode('utf-8', 'replace')


def bare(text):
    return re.sub(f'[\\s\u00a0{NO_INK}]+', '', text)


def folded(text):
    return re.sub('[\\s\u00a0]+', ' ', text).strip()


class Line:
    def __init__(self, page, baseline, tag, joins):
        self.page, self.baseline, self.tag, self.joins = page, baseline, tag, joins
        self.text, self.left, self.right, self.size = '', 1e9, 0.0, 0.0

    def add(self, x, width, size, text):
        self.text += text
        self.left, self.right = min(self.left, x), max(self.right, x + width)
        self.size = max(self.size, size)


def read_dump(path):
    """Lines in order, and for each TR the tags of its cells."""
    lines, rows, page, tags = [], [], -1, False
    for entry in open(path, encoding='utf-8'):
        if entry.startswith('page '):
            page += 1
        elif entry.startswith('tags'):
            tags = True
        elif match := re.match(r'  line (-?[\d.]+) (\S+)( joins)?$', entry):
            lines.append(Line(page, float(match[1]), match[2], bool(match[3])))
        elif match := RUN.match(entry):
            lines[-1].add(float(match[1]), float(match[2]), float(match[3]), match[4])
        elif tags and (match := re.match(r'( +)(\w+)#(\d+)', entry)):
            name = f'{match[2]}#{match[3]}'
            if match[2] == 'TR':
                rows.append([])
            elif match[2] in ('TD', 'TH') and rows:
                rows[-1].append(name)
    return lines, rows


def lines_lost(pdf, lines, exact):
    wrong = []
    for name, command in READERS.items():
        text = output(*(part.replace('{}', pdf) for part in command))
        whole = bare(text)
        wanted = [line.text for line in lines if line.text.strip()]
        lost = [text for text in wanted if bare(text) not in whole]
        if exact:
            found = set(folded(line) for line in re.split('[\r\n\f]+', text))
            # Poppler and MuPDF do not give back what has no ink.
            lost += [text for text in wanted if folded(text) not in found and not re.search(f'[{NO_INK}]', text)]
        wrong += [f'{name}: lost `{text}`' for text in lost]
    return wrong


def words_not_found(pdf, lines, names):
    words = set(word for name in names for word in name.split() if len(word) > 1)
    wanted = {}
    for line in lines:
        for word in set(line.text.split()) & words:
            wanted.setdefault((line.page, word))
    with tempfile.NamedTemporaryFile('w', suffix='.js') as script:
        script.write(SEARCH)
        script.flush()
        arguments, missing = [f'{page} {word}' for page, word in wanted], []
        for i in range(0, len(arguments), 400):
            missing += output('mutool', 'run', script.name, pdf, *arguments[i:i + 400]).splitlines()
    return len(wanted), [f'search: page and word not found: {line}' for line in missing]


def rows_not_copied(pdf, lines, rows, most=60):
    """Each row as it is copied: by the order of the file, and, when its cells are single lines, by its place."""
    by_tag, on_page, wrong, checked = {}, {}, [], 0
    for line in lines:
        by_tag.setdefault(line.tag, []).append(line)
        on_page.setdefault(line.page, []).append(line)
    step = max(1, len(rows) // most)
    for tags in rows[::step]:
        cells = [by_tag.get(tag, []) for tag in tags]
        set_lines = [line for cell in cells for line in cell]
        if not set_lines or len(set(line.page for line in set_lines)) > 1:
            continue
        top = min(line.baseline - line.size * 0.7 for line in set_lines)
        bottom = max(line.baseline + line.size * 0.2 for line in set_lines)
        left, right = min(line.left for line in set_lines) - 1, max(line.right for line in set_lines) + 1
        # A cell that spans rows reaches into others, which the same area copies too.
        if any(line.tag not in tags and line.left < right and line.right > left and
               top < line.baseline - line.size * 0.2 < bottom for line in on_page[set_lines[0].page]):
            continue
        page = str(set_lines[0].page + 1)
        area = ('-x', str(int(left)), '-y', str(int(top)), '-W', str(int(right - left) + 2), '-H', str(int(bottom - top) + 1))
        texts = [folded(''.join(line.text + ('' if line.joins else ' ') for line in cell)) for cell in cells]
        wanted = ' '.join(text for text in texts if text)
        copied = output('pdftotext', '-raw', '-f', page, '-l', page, *area, pdf, '-')
        checked += 1
        if bare(copied) != bare(wanted):
            wrong.append(f'row on page {page}: `{wanted}` is copied as `{folded(copied)}`')
        elif all(len(cell) < 2 for cell in cells):
            copied = output('pdftotext', '-layout', '-f', page, '-l', page, *area, pdf, '-')
            if folded(copied) != wanted:
                wrong.append(f'row on page {page}: `{wanted}` is copied by place as `{folded(copied)}`')
    return checked, wrong


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != '--exact']
    pdf, dump, *tables = arguments
    lines, rows = read_dump(dump)
    names = [value for path in tables for row in csv.DictReader(open(path, encoding='utf-8-sig'))
             for field, value in row.items() if field in ('name', 'short', 'title', 'full_name')]
    wrong = lines_lost(pdf, lines, '--exact' in sys.argv)
    searched, missing = words_not_found(pdf, lines, names)
    copied, miscopied = rows_not_copied(pdf, lines, rows)
    print(f'{pdf}: {len(lines)} lines in {len(READERS)} readers, {searched} words searched, {copied} rows copied')
    for line in wrong + missing + miscopied:
        print('  ' + line)
    return 1 if wrong + missing + miscopied else 0


sys.exit(main())
