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


def add(d, *fragments):
    """WordprocessingML before the last section's properties."""
    for fragment in fragments:
        tag_end = min(fragment.index(c) for c in ' />' if c in fragment)
        names = ' '.join(nsdecls(*(n for n in ('w', 'r', 'wp', 'a') if f'{n}:' in fragment)).split())
        more = (' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' * ('mc:' in fragment) + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"' * ('wps' in fragment)
                + ' xmlns:v="urn:schemas-microsoft-com:vml"' * ('<v:' in fragment) + ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"' * ('<m:' in fragment))
        d.element.body.sectPr.addprevious(parse_xml(f'{fragment[:tag_end]} {names}{more}{fragment[tag_end:]}'))


def wp(text, properties='', run=''):
    run = f'<w:rPr>{run}</w:rPr>' if run else ''
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def item(text, list_id, level=0):
    return wp(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def define(d, number, levels, before='', num=''):
    """An abstractNum of raw w:lvl content, and its w:num."""
    root = d.part.numbering_part.element
    inside = ''.join(f'<w:lvl w:ilvl="{i}">{level}</w:lvl>' for i, level in enumerate(levels))
    root.findall(qn('w:num'))[0].addprevious(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{before}{inside}</w:abstractNum>'))
    link(d, number, number, num)
    return number


def link(d, number, abstract, overrides=''):
    d.part.numbering_part.element.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'))
    return number


def level(kind, text, more='', start=1):
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'


def numbering_runs_on_across_parents(d):
    one = define(d, 810, [level('chineseCountingThousand', '%1、'), level('decimal', '%2.', '<w:lvlRestart w:val="0"/>')])
    add(d, *(item(text, one, n) for n, text in ((0, '财政政策'), (1, '减税降费'), (1, '2024年6月底前兑现补贴'), (0, '金融政策'), (1, '降低利率'), (1, '增加贷款'))))


def numbering_overrides(d):
    one = define(d, 811, [level('decimal', '%1.'), level('chineseCounting', '（%2）')])
    again = link(d, 812, one, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    fifth = link(d, 813, one, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    other = link(d, 814, one, f'<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">{level("upperRoman", "%1)")}</w:lvl></w:lvlOverride>')
    add(d, item('第一组甲', one), item('第一组乙', one), wp('另起：'), item('第二组甲', again), item('第二组乙', again), wp('从五起：'), item('第三组甲', fifth), item('第三组乙', fifth),
        wp('换格式：'), item('第四组甲', other), item('第四组乙', other))


def numbering_of_styles(d):
    styles = d.styles.element
    define(d, 815, [level('chineseCountingThousand', '%1、', '<w:pStyle w:val="Item1"/>'), level('chineseCounting', '（%2）', '<w:pStyle w:val="Item2"/>')])
    for n in (1, 2):
        deeper = f'<w:ilvl w:val="{n - 1}"/>' if n > 1 else ''
        styles.append(parse_xml(f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="Item{n}"><w:name w:val="公文{n}级"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr>{deeper}<w:numId w:val="815"/></w:numPr></w:pPr></w:style>'))
    styles.append(parse_xml(f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="Item1Bold"><w:name w:val="公文1级加粗"/><w:basedOn w:val="Item1"/><w:rPr><w:b/></w:rPr></w:style>'))
    add(d, wp('组织领导', '<w:pStyle w:val="Item1"/>'), wp('成立专班', '<w:pStyle w:val="Item2"/>'), wp('明确分工', '<w:pStyle w:val="Item2"/>'), wp('督促检查', '<w:pStyle w:val="Item1"/>'),
        wp('不编号的一段', '<w:pStyle w:val="Item1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'), wp('定期通报', '<w:pStyle w:val="Item2"/>'), wp('总结评估', '<w:pStyle w:val="Item1Bold"/>'))


def numbering_by_style_link(d):
    define(d, 816, [level('chineseCountingThousand', '第%1条　')], '<w:multiLevelType w:val="multilevel"/><w:styleLink w:val="Articles"/>')
    d.styles.element.append(parse_xml(f'<w:style {nsdecls("w")} w:type="numbering" w:styleId="Articles"><w:name w:val="条文"/><w:pPr><w:numPr><w:numId w:val="816"/></w:numPr></w:pPr></w:style>'))
    root = d.part.numbering_part.element
    root.findall(qn('w:num'))[0].addprevious(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="817"><w:multiLevelType w:val="multilevel"/><w:numStyleLink w:val="Articles"/></w:abstractNum>'))
    linked = link(d, 817, 817)
    add(d, item('为规范管理，制定本规定。', linked), item('本规定适用于全市。', linked), wp('（本条另有解释）'), item('本规定自发布之日起施行。', linked))


def numbering_formats_of_word(d):
    kinds = ('japaneseCounting', 'chineseCounting', 'chineseCountingThousand', 'chineseLegalSimplified', 'ideographDigital', 'ideographTraditional', 'ideographZodiac', 'decimalEnclosedCircle', 'decimalEnclosedParen',
             'decimalEnclosedFullstop', 'decimalFullWidth', 'decimalZero', 'upperRoman', 'lowerLetter')
    for n, kind in enumerate(kinds):
        one = define(d, 820 + n, [level(kind, '%1、', start=9)])
        add(d, wp(kind), *(item(text, one) for text in ('甲项', '乙项', '丙项', '丁项')))


def table_irregular_rows(d):
    grid = '<w:tblGrid>' + '<w:gridCol w:w="1500"/>' * 4 + '</w:tblGrid>'
    tc = lambda text, span=1: f'<w:tc><w:tcPr><w:tcW w:w="{1500 * span}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else '') + f'</w:tcPr>{wp(text)}</w:tc>'   # noqa: E731
    add(d, wp('项目表'), '<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr>' + grid + '<w:tr><w:trPr><w:tblHeader/></w:trPr>' + tc('序号') + tc('项目') + tc('单位') + tc('时限') + '</w:tr>'
        '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:wBefore w:w="1500" w:type="dxa"/></w:trPr>' + tc('跨两栏的项目', 2) + tc('6月') + '</w:tr>'
        '<w:tr><w:trPr><w:gridAfter w:val="2"/><w:wAfter w:w="3000" w:type="dxa"/></w:trPr>' + tc('2') + tc('早结束的一行') + '</w:tr>'
        '<w:sdt><w:sdtContent><w:tr>' + tc('3') + tc('内容控件里的一行', 3) + '</w:tr></w:sdtContent></w:sdt></w:tbl>', wp('表后一段。'))


def table_right_to_left_and_frames(d):
    tc = lambda text: f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{wp(text)}</w:tc>'   # noqa: E731
    add(d, '<w:tbl><w:tblPr><w:bidiVisual/><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>' + tc('第一栏') + tc('第二栏') + '</w:tr></w:tbl>',
        wp('印章处', '<w:framePr w:w="2000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:x="1" w:y="1"/>'), wp('落款一段。'))


def text_boxes(d):
    content = lambda text: f'<w:txbxContent>{wp(text)}</w:txbxContent>'   # noqa: E731
    vml = lambda text: f'<w:pict><v:shape style="width:200pt;height:40pt"><v:textbox>{content(text)}</v:textbox></v:shape></w:pict>'   # noqa: E731
    drawing = ('<w:drawing><wp:inline><wp:extent cx="2000000" cy="400000"/><wp:docPr id="7" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
               '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>' + content('云岫市人民政府文件') + '</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>')
    add(d, f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{vml("云岫市人民政府文件")}</mc:Fallback></mc:AlternateContent></w:r></w:p>',
        f'<w:p><w:r><w:t>云政发〔2024〕1号</w:t></w:r><w:r>{vml("签发人：某某")}</w:r></w:p>', wp('正文。'))


def runs_of_every_kind(d):
    r = lambda inside: f'<w:r>{inside}</w:r>'   # noqa: E731
    t = lambda text: r(f'<w:t xml:space="preserve">{text}</w:t>')   # noqa: E731
    add(d, '<w:p>' + t('甲') + r('<w:tab/>') + t('乙') + r('<w:br/>') + t('丙') + r('<w:cr/>') + t('丁') + '</w:p>',
        '<w:p>' + t('面积12') + r('<w:sym w:font="Wingdings" w:char="F0FC"/>') + t('平方米') + r('<w:sym w:font="Symbol" w:char="F0B3"/>') + t('8') + '</w:p>',
        '<w:p>' + t('见') + '<w:hyperlink w:anchor="a">' + t('附件') + '</w:hyperlink><w:smartTag w:uri="u" w:element="e">' + t('云岫市') + '</w:smartTag><w:customXml w:element="c">' + t('政府') + '</w:customXml>' + t('。') + '</w:p>',
        '<w:p>' + t('请') + r('<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>shuài</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>率</w:t></w:r></w:rubyBase></w:ruby>') + t('先垂范') + '</w:p>',
        '<w:p>' + t('大') + r('<w:fldChar w:fldCharType="begin"/>') + r('<w:instrText xml:space="preserve"> IF 1 = </w:instrText>') + r('<w:fldChar w:fldCharType="begin"/>') + r('<w:instrText> SEQ x </w:instrText>') + r('<w:fldChar w:fldCharType="separate"/>') + t('1')
        + r('<w:fldChar w:fldCharType="end"/>') + r('<w:instrText> "是" "否" </w:instrText>') + r('<w:fldChar w:fldCharType="separate"/>') + t('是') + r('<w:fldChar w:fldCharType="end"/>') + t('小') + '</w:p>',
        '<w:p>' + t('利润为') + '<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>' + t('。') + '</w:p>')


def revisions_of_paragraphs_and_rows(d):
    who = lambda n: f'w:id="{n}" w:author="审稿" w:date="2024-03-01T09:00:00Z"'   # noqa: E731
    tc = lambda text, run='': f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{run or f"<w:r><w:t>{text}</w:t></w:r>"}</w:p></w:tc>'   # noqa: E731
    gone = lambda text, n: f'<w:del {who(n)}><w:r><w:delText>{text}</w:delText></w:r></w:del>'   # noqa: E731
    add(d, f'<w:p><w:pPr><w:rPr><w:del {who(1)}/></w:rPr></w:pPr><w:r><w:t>与下一段</w:t></w:r></w:p>', wp('合并的一段。'),
        f'<w:p><w:moveFrom {who(2)}><w:r><w:t>移走的话。</w:t></w:r></w:moveFrom><w:r><w:t>留下的话。</w:t></w:r></w:p>', f'<w:p><w:moveTo {who(3)}><w:r><w:t>移走的话。</w:t></w:r></w:moveTo></w:p>',
        '<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>' + tc('项目') + tc('金额') + '</w:tr>'
        f'<w:tr><w:trPr><w:del {who(4)}/></w:trPr>' + tc('', gone('取消项', 5)) + tc('', gone('10', 6)) + '</w:tr>'
        f'<w:tr><w:trPr><w:ins {who(7)}/></w:trPr>' + tc('', f'<w:ins {who(8)}><w:r><w:t>新增项</w:t></w:r></w:ins>') + tc('20') + '</w:tr></w:tbl>', wp('完。'))


DOCUMENTS = {name.replace('_', '-').lower(): make for name, make in list(globals().items())
             if callable(make) and getattr(make, '__module__', '') == __name__ and make.__code__.co_argcount == 1 and make.__name__ != 'add'}
