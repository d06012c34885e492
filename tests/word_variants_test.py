#!/usr/bin/env python3
"""The documents in tests/word, each packed as other programs pack the same: `gongwen text` must give the same text.

usage: word_variants_test.py GONGWEN
"""
import io
import pathlib
import re
import subprocess
import sys
import zipfile

FOLDER = pathlib.Path(__file__).resolve().parent / 'word'
STRICT = {b'http://schemas.openxmlformats.org/wordprocessingml/2006/main': b'http://purl.oclc.org/ooxml/wordprocessingml/main',
          b'http://schemas.openxmlformats.org/officeDocument/2006/relationships': b'http://purl.oclc.org/ooxml/officeDocument/relationships',
          b'http://schemas.openxmlformats.org/officeDocument/2006/math': b'http://purl.oclc.org/ooxml/officeDocument/math',
          b'http://schemas.openxmlformats.org/drawingml/2006/': b'http://purl.oclc.org/ooxml/drawingml/'}
DECLARATION = re.compile(rb'^\s*<\?xml[^>]*\?>\s*')


def packed(parts, method=zipfile.ZIP_DEFLATED, seekable=True):
    class Pipe(io.RawIOBase):   # a file in which nothing can be written twice: sizes come behind the data
        def writable(self):
            return True

        def write(self, data):
            return out.write(data)
    out = io.BytesIO()
    with zipfile.ZipFile(out if seekable else Pipe(), 'w', method) as container:
        for name, data in parts.items():
            container.writestr(name, data)
    return out.getvalue()


def is_xml(name):
    return name.endswith(('.xml', '.rels'))


def strict(parts):
    def turned(data):
        for old, new in STRICT.items():
            data = data.replace(old, new)
        return data
    return packed({name: turned(data) if is_xml(name) else data for name, data in parts.items()})


def utf16(parts):
    wide = lambda data: ('<?xml version="1.0" encoding="UTF-16"?>' + DECLARATION.sub(b'', data).decode()).encode('utf-16')   # noqa: E731
    return packed({name: wide(data) if is_xml(name) else data for name, data in parts.items()})


def gb18030(parts):
    turned = lambda data: b'<?xml version="1.0" encoding="GB18030"?>' + DECLARATION.sub(b'', data).decode('utf-8-sig').encode('gb18030')   # noqa: E731
    return packed({name: turned(data) if is_xml(name) else data for name, data in parts.items()})


def flat(parts):
    inside = b''.join(b'<pkg:part pkg:name="/%s" pkg:contentType="application/xml"><pkg:xmlData>%s</pkg:xmlData></pkg:part>' % (name.encode(), DECLARATION.sub(b'', data))
                      for name, data in parts.items() if is_xml(name) and name != '[Content_Types].xml')
    return b'<?xml version="1.0" encoding="UTF-8"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">' + inside + b'</pkg:package>'


def another_prefix(parts):
    turned = re.sub(rb'(</?|\s)w:', rb'\1ns0:', parts['word/document.xml']).replace(b'xmlns:w=', b'xmlns:ns0=')
    return packed(parts | {'word/document.xml': turned})


def another_folder(parts):
    moved = {name.replace('word/', 'content/', 1) if name.startswith('word/') else name: data for name, data in parts.items()}
    moved['content/main.xml'] = moved.pop('content/document.xml')
    moved['content/_rels/main.xml.rels'] = moved.pop('content/_rels/document.xml.rels')
    moved['_rels/.rels'] = moved['_rels/.rels'].replace(b'"word/document.xml"', b'"/content/main.xml"')
    del moved['[Content_Types].xml']
    return packed(moved)


VARIANTS = {
    'stored': lambda parts: packed(parts, zipfile.ZIP_STORED), 'data descriptors': lambda parts: packed(parts, seekable=False),
    'in reverse order': lambda parts: packed(dict(reversed(parts.items()))), 'upper case': lambda parts: packed({name.upper(): data for name, data in parts.items()}),
    'backslashes': lambda parts: packed({name.replace('/', '\\'): data for name, data in parts.items()}), 'behind a program': lambda parts: b'MZ' + bytes(999) + packed(parts),
    'strict': strict, 'UTF-16': utf16, 'GB18030': gb18030, 'Flat OPC': flat, 'another prefix': another_prefix, 'another folder': another_folder,
}


def text(gongwen, data):
    done = subprocess.run([gongwen, 'text', '-'], input=data, capture_output=True)
    return done.stdout if done.returncode == 0 else done.stderr


def main(gongwen):
    documents = sorted(FOLDER.glob('*.docx'))
    faults = 0
    for document in documents:
        data = document.read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            parts = {name: container.read(name) for name in container.namelist()}
        expected = text(gongwen, data)
        for name, variant in VARIANTS.items():
            got = text(gongwen, variant(parts))
            if got != expected:
                faults += 1
                print(f'{document.name}, {name}:\n{got.decode()[:300]}')
    print(f'{len(documents)} documents in {len(VARIANTS)} variants, {faults} differ')
    return 1 if faults or len(documents) < 40 else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
