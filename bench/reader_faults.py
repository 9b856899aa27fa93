#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The least file that shows what readers do to characters whatever wrote them.

usage: reader_faults.py FILE.pdf    writes the file and prints what each installed reader gives back, by code points
One font of squares, one ToUnicode entry for each character, advances edge to edge, no white space but the space itself:
`a` and `b` with MICRO SIGN, ZERO WIDTH SPACE, WORD JOINER, SOFT HYPHEN or NO-BREAK SPACE between them, a line each. pdf.js
is run from the current folder's node_modules, when EXTRACTORS names the folder of text.mjs.
"""
import os
import shutil
import subprocess
import sys

BETWEEN = {'micro sign': 0xB5, 'zero-width space': 0x200B, 'word joiner': 0x2060, 'soft hyphen': 0xAD,
           'no-break space': 0xA0, 'two spaces': 0x20}
NO_WIDTH = (0x200B, 0x2060, 0xAD)


def stream(data, extra=''):
    return f'<< /Length {len(data)}{extra} >>\nstream\n{data}\nendstream'


def make():
    codes = [ord('a'), ord('b')] + list(BETWEEN.values())
    glyph = {code: i + 1 for i, code in enumerate(codes)}
    square = stream('600 0 0 0 500 500 d1 0 0 500 500 re f')
    empty = {code: stream(f'{0 if code in NO_WIDTH else 300} 0 d0') for code in codes}
    inked = [code for code in codes if code in (ord('a'), ord('b'), 0xB5)]
    widths = ' '.join(str(600 if code in inked else 0 if code in NO_WIDTH else 300) for code in codes)
    mapping = '\n'.join(f'<{glyph[code]:02X}> <{code:04X}>' for code in codes)
    to_unicode = ('/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n'
                  '1 begincodespacerange <00> <FF> endcodespacerange\n'
                  f'{len(codes)} beginbfchar\n{mapping}\nendbfchar endcmap end end')
    text = 'BT /F 20 Tf 50 800 Td '
    for code in BETWEEN.values():
        middle = f'{glyph[code]:02X}' * (2 if code == 0x20 else 1)
        text += f'<{glyph[ord("a")]:02X}{middle}{glyph[ord("b")]:02X}> Tj 0 -40 Td '
    first = 6
    names = ' '.join(f'/g{glyph[code]} {first + i} 0 R' for i, code in enumerate(codes))
    differences = ' '.join(f'/g{glyph[code]}' for code in codes)
    objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
               '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
               stream(text + 'ET'),
               '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 600] /FontMatrix [0.001 0 0 0.001 0 0] '
               f'/FirstChar 1 /LastChar {len(codes)} /Widths [{widths}] /CharProcs << {names} >> '
               f'/Encoding << /Type /Encoding /Differences [1 {differences}] >> /Resources << >> /ToUnicode {first + len(codes)} 0 R >>']
    objects += [square if code in inked else empty[code] for code in codes] + [stream(to_unicode)]
    out, offsets = '%PDF-1.7\n', []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f'{number} 0 obj\n{body}\nendobj\n'
    start = len(out)
    out += f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n' + ''.join(f'{o:010} 00000 n \n' for o in offsets)
    return out + f'trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n'


def readers(pdf):
    yield 'poppler', ('pdftotext', pdf, '-')
    yield 'poppler -raw', ('pdftotext', '-raw', pdf, '-')
    yield 'mupdf', ('mutool', 'draw', '-q', '-F', 'txt', pdf)
    yield 'ghostscript', ('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=txtwrite', '-sOutputFile=-', pdf)
    if 'EXTRACTORS' in os.environ:
        for name in ('pdfjs', 'pdfium'):
            yield name, ('node', os.path.join(os.environ['EXTRACTORS'], 'text.mjs'), name, pdf)


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[1], 'w', encoding='ascii', newline='\n') as file:
        file.write(make())
    print('| reader | ' + ' | '.join(BETWEEN) + ' |\n|---|' + '---|' * len(BETWEEN))
    for name, command in readers(os.path.abspath(sys.argv[1])):
        if not shutil.which(command[0]):
            continue
        result = subprocess.run(command, capture_output=True)
        lines = [line.strip() for line in result.stdout.decode('utf-8', 'replace').replace('\f', '\n').splitlines() if line.strip()]
        shown = [' '.join(f'{ord(c):04X}' for c in line[1:-1]) or 'nothing' for line in lines] or ['failed']
        print(f'| {name} | ' + ' | '.join(shown) + ' |')
    return 0


if __name__ == '__main__':
    sys.exit(main())
