"""The documents that python-docx makes: each a function that fills a new document, named by what it is there for."""
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt


def headings(d):
    d.add_heading('云岫市数字政府建设方案', 0)
    for level, text in ((1, '一、建设目标'), (2, '（一）近期目标'), (2, '（二）远期目标'), (1, '二、保障措施')):
        d.add_heading(text, level)
        d.add_paragraph('按年度计划推进。')


def list_styles(d):
    d.add_paragraph('关于开展自查的通知', style='Title')
    for text in ('核对台账', '清点实物', '上报结果'):
        d.add_paragraph(text, style='List Number')
    for text in ('台账不全的补齐', '账实不符的说明'):
        d.add_paragraph(text, style='List Bullet')
    d.add_paragraph('自查自即日起开始。')
    d.add_paragraph('再次核对', style='List Number')
    d.add_paragraph('二级项目', style='List Number 2')


def add_list(d, number, levels):
    """levels: (format, text) each; gives the numId."""
    root = d.part.numbering_part.element
    inside = ''.join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>' for i, (kind, text) in enumerate(levels))
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{inside}</w:abstractNum>')
    root.findall(qn('w:num'))[0].addprevious(abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    return number


def numbered(d, list_id, level, text):
    paragraph = d.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'))
    return paragraph


def numbering_chinese(d):
    d.add_paragraph('关于加强窗口服务的通知').alignment = WD_ALIGN_PARAGRAPH.CENTER
    one = add_list(d, 801, [('chineseCountingThousand', '%1、'), ('chineseCounting', '（%2）'), ('decimal', '%3.'), ('decimalEnclosedCircle', '%4')])
    for level, text in ((0, '优化流程'), (1, '一窗受理'), (2, '统一收件'), (3, '当场出具凭证'), (3, '一次告知'), (2, '统一出件'), (1, '限时办结'), (0, '强化监督'), (1, '公开电话')):
        numbered(d, one, level, text)


def numbering_isLgl_and_shown_levels(d):
    one = add_list(d, 802, [('chineseCountingThousand', '第%1章'), ('decimal', '%1.%2'), ('decimal', '%1.%2.%3')])
    for lvl in d.part.numbering_part.element.findall(qn('w:abstractNum'))[-1].findall(qn('w:lvl'))[1:]:
        lvl.find(qn('w:numFmt')).addnext(parse_xml(f'<w:isLgl {nsdecls("w")}/>'))
    d.add_paragraph('平台技术要求')
    for level, text in ((0, '总体'), (1, '架构'), (1, '接口'), (2, '协议'), (0, '安全'), (1, '分级')):
        numbered(d, one, level, text)


def table_merged(d):
    d.add_paragraph('任务清单')
    table = d.add_table(4, 4)
    for r, row in enumerate((('序号', '任务', '责任单位', ''), ('', '', '牵头', '配合'), ('1', '开通专线', '市大数据局', '市财政局'), ('2', '迁移系统', '', '各部门'))):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    for a, b in (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((2, 2), (3, 2))):
        merged = table.cell(*a).merge(table.cell(*b))
        merged.text = merged.text.strip()


def table_nested(d):
    d.add_paragraph('进度表')
    table = d.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 0).text = '系统', '进度', '一体化平台'
    cell = table.cell(1, 1)
    cell.text = '分项如下：'
    inner = cell.add_table(2, 2)
    for i, text in enumerate(('数据', '完成', '接口', '进行中')):
        inner.cell(i // 2, i % 2).text = text
    cell.add_paragraph('下月全部完成。')


def sections_and_headers(d):
    d.sections[0].header.paragraphs[0].text = '云岫市人民政府文件'
    d.sections[0].footer.paragraphs[0].text = '第一部分页脚'
    d.add_paragraph('第一部分正文。')
    second = d.add_section(WD_SECTION.NEW_PAGE)
    second.orientation = WD_ORIENT.LANDSCAPE
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = '附表'
    d.add_paragraph('第二部分正文。')


def breaks(d):
    paragraph = d.add_paragraph('上一行')
    paragraph.add_run().add_break()
    paragraph.add_run('下一行\t制表位后')
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run('新的一页')
    d.add_page_break()
    d.add_paragraph('再一页\n两行')


def direct_formatting(d):
    heading = d.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = heading.add_run('关于系统停机维护的通知')
    run.bold, run.font.size = True, Pt(22)
    for text in ('停机时间', '影响范围'):
        paragraph = d.add_paragraph()
        paragraph.add_run(f'{text}：').bold = True
        paragraph.add_run('以公告为准。')


def revisions(d):
    w = nsdecls('w')
    paragraph = d.add_paragraph('停机时间为')._p
    who = 'w:id="9" w:author="审稿" w:date="2024-03-01T09:00:00Z"'
    paragraph.append(parse_xml(f'<w:del {w} {who}><w:r><w:delText>6小时</w:delText></w:r></w:del>'))
    paragraph.append(parse_xml(f'<w:ins {w} {who}><w:r><w:t>4小时</w:t></w:r></w:ins>'))
    paragraph.append(parse_xml(f'<w:r {w}><w:t>。</w:t></w:r>'))


def content_controls_and_fields(d):
    w = nsdecls('w')
    body = d.element.body
    last = body.sectPr
    last.addprevious(parse_xml(f'<w:sdt {w}><w:sdtPr><w:alias w:val="标题"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>关于年度考核的通知</w:t></w:r></w:p></w:sdtContent></w:sdt>'))
    last.addprevious(parse_xml(f'<w:p {w}><w:r><w:t>截止日期：</w:t></w:r><w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent><w:r><w:t>2024年12月20日</w:t></w:r></w:sdtContent></w:sdt></w:p>'))
    last.addprevious(parse_xml(f'<w:p {w}><w:r><w:t>共</w:t></w:r><w:fldSimple w:instr=" DOCPROPERTY Count "><w:r><w:t>36</w:t></w:r></w:fldSimple><w:r><w:t>个单位。</w:t></w:r></w:p>'))
    field = ''.join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{inside}' for kind, inside in (
        ('begin', '<w:r><w:instrText xml:space="preserve"> REF scope \\h </w:instrText></w:r>'), ('separate', '<w:r><w:t>附件一</w:t></w:r>'), ('end', '')))
    last.addprevious(parse_xml(f'<w:p {w}><w:r><w:t>名单见</w:t></w:r>{field}<w:r><w:t>。</w:t></w:r></w:p>'))


def whole_notice(d):
    d.add_paragraph('云岫市人民政府办公室').alignment = WD_ALIGN_PARAGRAPH.CENTER
    d.add_paragraph('关于印发服务窗口规范的通知').alignment = WD_ALIGN_PARAGRAPH.CENTER
    d.add_paragraph('云政办发〔2024〕8号').alignment = WD_ALIGN_PARAGRAPH.CENTER
    d.add_paragraph()
    d.add_paragraph('各县（市、区）人民政府，市政府各部门：')
    for text in ('一、规范着装', '二、规范用语（责任单位：市政务服务局；完成时限：6月底前）', '三、规范流程'):
        d.add_paragraph(text)
    table = d.add_table(1, 3)
    for cell, text in zip(table.rows[0].cells, ('序号', '工作任务', '责任单位')):
        cell.text = text
    for row in (('1', '制定规范', '市政务服务局'), ('2', '组织培训', '市委党校')):
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
    d.add_paragraph('2024年4月18日').alignment = WD_ALIGN_PARAGRAPH.RIGHT


DOCUMENTS = {name.replace('_', '-').lower(): make for name, make in list(globals().items())
             if callable(make) and getattr(make, '__module__', '') == __name__ and make.__code__.co_argcount == 1}
