#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of the loss table, and the table itself.

usage: loss.py templates FOLDER [N]              writes prose-ALIGN-STYLE.xml and cells-ALIGN-STYLE.xml
       loss.py lines DUMP LINES                  the lines of `phaen build --dump pages` as set, one a line
       loss.py table RESULTS                     Markdown from lines `font|kind|align|style|reader: a/b/c of n`

Texts: every string of the hard cases that is text, and every distinct Thai text of the records of samples/: `prose`
sets each as a paragraph, `cells` puts them into the columns of a table. The hard strings are set once more with weight
and colour changed inside a word. N: a document has every Nth text of the samples alone, each style others, so that four
styles with N = 4 have them all. Python 3, standard library alone.
"""
import csv
import glob
import os
import re
import sys
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
ALIGNMENTS = {'ragged': 'left', 'justified': 'justified', 'mixed': 'mixed', 'distributed': 'distributed'}
STYLES = {'regular': '', 'bold': ' bold="yes"', 'italic': ' italic="yes"', 'bold italic': ' bold="yes" italic="yes"'}
READERS = ('poppler', 'poppler-raw', 'poppler-layout', 'mupdf', 'ghostscript', 'pdfjs', 'pdfium', 'pdfbox')

# Thai strings that break other tools, by the number of their case.
HARD = {
    'TH01': 'น้ำ น้ำใจ แม่น้ำ', 'TH02': 'น้ำ นำ กำ ที่', 'TH03': 'สำคัญ จำนวน ดำเนินการ จัดทำ ประจำปี',
    'TH04': 'กรณีที่ ต้องการ ถึง คำนำ', 'TH05': 'ที่ นั้น นี่ ทั้ง มั้ง บุหรี่',
    'TH06': 'หนี้ · นี้ · เท่านั้น · ซื้อ · เอี๊ยด', 'TH07': 'ปี่ ฝ่าย ฟ้า ป่า ฬ้า ปั้น ฟื้นฟู ปั้นจั่น',
    'TH08': 'ญู ฐู ฎุ ฏุ กฤษฏิ์ กตัญญู', 'TH09': 'ที่ ท่ี หมู่ หม่ ู',
    'TH10': 'A วันที่ · ABC วันที่', 'TH11': 'แห่งได้เปิดขึ้นแล้ว เป็นครั้งใหญ่ครั้งแรก', 'TH12': 'ดีปี',
    'TH13': 'งบิก งบิก นำ', 'TH14': 'ก่ํกํ่', 'TH15': 'กัำ กิำ กีำ กึำ กืำ ก็ำ ก่ำ ก้ำ ก๊ำ ก๋ำ ก์ำ กํำ ก๎ำ',
    'TH16': 'ดูการบ้านดูการบ้านดูการบ้าน',
    'TH17': 'ทีวีตรวจทานนอร์ทแฟรีเลคเชอร์โกลด์อัลบัมเชอร์รี่เย้วสโตร์กฤษณ์เคลมเยอบีร่าพ่อค้าบลูเบอร์รี่สหัสวรรษโฮปแคนูโยโย่จูน'
            'สตรอว์เบอร์รีซื่อบื้อเยนแบ็กโฮเป็นไงโทนหน่อมแน้มไฮเทคสุริยยาตรโปรเจกต์ตอกย้ำเจลชิฟฟอน',
    'TH18': 'ใด ๆ · ต่าง ๆ ที่', 'TH19': 'คำว่า “แผนพัฒนา” กับ ‘แผนปฏิบัติ’ ต่างกัน',
    'TH20': 'ปัญหาและข้อจำกัดในกระบวนการ หรือพื้นที่ที่ดี แต่ไม่ใช่ของรัฐ', 'TH21': 'กรุงเทพมหานคร · พระนครศรีอยุธยา',
    'TH22': 'กรุงเทพฯ · ฯลฯ · พ.ศ. ๒๕๖๙ · ร้อยละ 80 · 1,234.50 ล้านบาท · ข้อ 1.2.3',
    'TH23': 'ผู้โจมตีพบว่าไฟล์ /var/www/html/config.yaml ที่มีรหัสผ่าน',
    'TH24': 'วรรคหนึ่ง วรรคสอง วรรคสาม วรรคสี่ วรรคห้า วรรคหก วรรคเจ็ด วรรคแปด วรรคเก้า วรรคสิบ วรรคสิบเอ็ด วรรคสิบสอง',
    'TH25': 'ชุมชน\u200bและเมือง ที่\u2060และ กิน\u00a0ข้าว', 'TH26': 'ก้วย ก๋วย ก่วย กวย ก๊วย',
    'TH27': 'อารุ เอมิ อาคาเนะ ไอริ เแโใไ', 'TH28': 'นํา นำ เเละ และ', 'TH29': 'พ.ศ.๒๕๖๑-๒๕๖5',
    'TH30': '16/05/2512 = 16/05/1969; 29 ก.พ. 2567', 'TH31': '10056518 10,034,567 2501.00 0.01 บาท',
    'TH33': 'เท่านั้น', 'signs': '– — ≥ ≤ ± × ฿ % ‰ ° “ ” ‘ ’ … • µg m²',
}


def samples():
    """Every distinct Thai text of the samples, line by line, in order."""
    seen = {}
    for path in sorted(glob.glob(os.path.join(HERE, '..', 'samples', '*', '*.csv'))):
        for row in csv.reader(open(path, encoding='utf-8-sig')):
            for cell in row:
                for text in cell.split('\n'):
                    if re.search('[\u0e00-\u0e7f]', text):
                        seen.setdefault(' '.join(text.split(' ')).strip())
    return list(seen)


def literal(text):
    return escape(text).replace('{', '{{').replace('}', '}}')


def coloured(text):
    """One word bold and one red, the change inside the line and between characters of a word."""
    words = text.split(' ')
    middle = len(words) // 2
    word = words[middle]
    cut = next((i for i in range(1, len(word)) if '\u0e01' <= word[i] <= '\u0e2e' and word[i - 1] not in 'เแโใไ'), 0)
    words[middle] = literal(word[:cut]) + '<span bold="yes" colour="#a00000">' + literal(word[cut:]) + '</span>'
    return ' '.join(w if i == middle else literal(w) for i, w in enumerate(words))


def template(kind, align, style, every):
    made = ['<document id="loss" title="loss" name="loss" file="loss" outputs="pdf">',
            f'<style name="t" based-on="body" align="{ALIGNMENTS[align]}"{STYLES[style]}/>',
            f'<style name="c" based-on="table-cell" align="{ALIGNMENTS[align]}"{STYLES[style]}/>',
            '<section folio="none">']
    texts = list(HARD.values()) + samples()[list(STYLES).index(style) % every::every]
    if kind == 'prose':
        made += [f'<p style="t">{literal(text)}</p>' for text in texts]
        made += [f'<p style="t">{coloured(text)}</p>' for text in HARD.values()]
    else:
        made.append('<table cell-style="c">')
        made += [f'<column key="c{i}" width="{w}" align="{ALIGNMENTS[align]}"/>' for i, w in enumerate(('3cm', '4cm', '9cm'))]
        made.append('<head><row><cell>สั้น</cell><cell>กลาง</cell><cell>ยาว</cell></row></head>')
        by_length = sorted(texts, key=len)
        third = (len(texts) + 2) // 3
        for i in range(third):
            row = (by_length[i::third] + ['–', '–'])[:3]
            made.append('<row>' + ''.join(f'<cell style="c">{literal(text)}</cell>' for text in row) + '</row>')
        made.append('</table>')
    return '\n'.join(made + ['</section></document>', ''])


def write_templates(folder, every='1'):
    for kind in ('prose', 'cells'):
        for align in ALIGNMENTS:
            for style in STYLES:
                name = f'{kind}-{align}-{style.replace(" ", "-")}.xml'
                with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                    file.write(template(kind, align, style, int(every)))


def write_lines(dump, lines):
    line, out = None, []
    for entry in open(dump, encoding='utf-8'):
        if entry.startswith('  line '):
            line = None if 'artifact' in entry else ''
            out.append(line)
        elif entry.startswith('    run ') and out and out[-1] is not None:
            out[-1] += re.search(r'"(.*)"\n$', entry).group(1)
    with open(lines, 'w', encoding='utf-8') as file:
        file.writelines(text + '\n' for text in out if text and text.strip())


def table(path):
    results = {}
    for entry in open(path, encoding='utf-8'):
        match = re.match(r'(.*)\|(\S+): (\d+/\d+/\d+) of (\d+)$', entry.strip())
        if match:
            key, reader, lost, count = match.groups()
            results.setdefault(key, {'lines': count})[reader] = lost
    print('| font | text | alignment | style | lines | ' + ' | '.join(READERS) + ' |')
    print('|---|---|---|---|--:|' + '---|' * len(READERS))
    worst = 0
    for key, row in results.items():
        cells = [row.get(reader, '–') for reader in READERS]
        worst = max([worst] + [int(cell.split('/')[2]) for cell in cells if '/' in cell])
        print('| ' + ' | '.join(key.split('|') + [row['lines']] + cells) + ' |')
    print(f'\nMost lines lost by one reader, white space aside: {worst}.')


def main():
    commands = {'templates': write_templates, 'lines': write_lines, 'table': table}
    if len(sys.argv) < 3 or sys.argv[1] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    commands[sys.argv[1]](*sys.argv[2:])
    return 0


if __name__ == '__main__':
    sys.exit(main())
