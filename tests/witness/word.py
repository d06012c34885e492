"""What the witnesses share: a .docx from fragments of WordprocessingML, and its text as LibreOffice exports it."""
import pathlib
import subprocess
import zipfile

VERSION = "LibreOffice 7.4"   # the differences that the pages explain are those of this version
SKIPPED = 77
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def write_docx(path, body, numbering):
    """`body`: what stands inside w:body; `numbering`: inside w:numbering."""
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{WORD}.numbering+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="d" Type="{OFFICE}/officeDocument" '
                       'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="n" '
                                        f'Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {W}>{numbering}</w:numbering>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def version(soffice):
    """What LibreOffice says it is; "" if there is none."""
    try:
        return subprocess.run([soffice, "--version"], check=True, timeout=120, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def export(soffice, folder, names):
    """The text of each folder/NAME.docx, as lines."""
    files = [str(pathlib.Path(folder) / f"{name}.docx") for name in names]
    subprocess.run([soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                    "txt:Text (encoded):UTF8", "--outdir", str(folder), *files],
                   check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return {name: (pathlib.Path(folder) / f"{name}.txt").read_text(encoding="utf-8-sig").splitlines() for name in names}
