"""The documents that LibreOffice makes from OpenDocument: each a function that gives the .fodt, named by what it is there for."""
from fodt import (BRANCHES, CAPITAL, CIRCLED, COVERED, HAN, STEMS, WIDE, box, cell, document, h, inline, items, list_style, p, paragraph_style, table)

HEAD = ['河阳县人民政府办公室', '关于做好春季农业生产工作的通知']
LEVELS = [(HAN, '', '、'), (HAN, '（', '）'), ('1', '', '.'), ('1', '（', '）'), (CIRCLED, '', '')]
SIGNED = [p('河阳县人民政府办公室', 'Right'), p('2024年3月8日', 'Right'), p('（此件公开发布）')]
REASON = '为认真贯彻落实市委、市政府部署，扎实做好今年工作，经县政府同意，现将有关事项通知如下。'


def title(text='关于做好春季农业生产工作的通知'):
    return [p('河阳县人民政府办公室', 'Title'), p(text, 'Title'), p('河政办〔2024〕12号', 'Centered'), p(), p('各乡镇人民政府，县政府各部门：'), p(REASON)]


def letter_typed():
    return document(title() + [
        p('一、抓实春耕备耕'), p('（一）落实种植面积。全县粮食播种面积稳定在42万亩以上。（责任单位：县农业农村局、各乡镇人民政府）'),
        p('（二）备足农资。4月10日前完成种子、化肥调运。（责任单位：县供销社）'), p('二、加强田间管理'), p('1. 做好冬小麦返青期施肥。'),
        p('2. 做好油菜病虫害防治。'), p(), p('附件：1. 任务分解表'), p('      2. 联系人名单'), p()] + SIGNED)


def numbering_four_levels():
    return document(title() + [items('L', [
        '抓实春耕备耕', ['落实种植面积', ['稳定粮食生产', ['早稻不少于8万亩；', ['双季稻区优先；', '山区因地制宜。'], '玉米不少于6万亩。'], '扩种油料作物'],
                     '备足农资'], '加强田间管理', ['做好返青期施肥', ['分类指导。'], '做好病虫害防治'], '强化组织保障'])] + SIGNED, list_style('L', LEVELS))


def numbering_articles_run_on():
    style = list_style('C', [(HAN, '第', '章', {'follow': 'space'})]) + list_style('A', [(HAN, '第', '条', {'follow': 'space'})])
    article = lambda first, texts: items('A', texts, '' if first else 'text:continue-numbering="true"')   # noqa: E731
    return document([
        p('河阳县农村公路管理办法', 'Title'), items('C', ['总则'], 'xml:id="c"'), items('A', ['为加强农村公路管理，制定本办法。', '本办法适用于县域内农村公路。'], 'xml:id="a"'),
        items('C', ['养护'], 'text:continue-list="c" xml:id="c2"'), items('A', ['县交通运输局负责全县农村公路养护的监督管理。', '乡镇人民政府负责乡道、村道的日常养护。'], 'text:continue-list="a" xml:id="a2"'),
        items('C', ['附则'], 'text:continue-list="c2"'), items('A', ['本办法自2024年5月1日起施行。'], 'text:continue-list="a2"')], style)


def numbering_restarts():
    return document(title('关于两项检查的通知') + [
        p('春季检查内容：'), items('L', ['渠道清淤', '泵站检修']), p('秋季检查内容：'), items('L', ['堤防巡查', '物资补充']), p('复查自第五项起：'),
        items('S', ['问题整改', '销号备案'])] + SIGNED, list_style('L', [('1', '', '.')]) + list_style('S', [('1', '', '.', {'start': 5})]))


def numbering_over_table():
    return document(title() + [
        items('L', ['任务安排', '进度要求'], 'xml:id="n"'), table('T', 2, [['时间', '进度'], ['3月底', '完成备耕'], ['4月底', '完成播种']], 1),
        items('L', ['督导检查', '信息报送'], 'text:continue-list="n"')] + SIGNED, list_style('L', LEVELS))


def numbering_in_cells():
    number = lambda last: cell(items('N', [''], f'text:continue-list="n{last}" xml:id="n{last + 1}"' if last else 'xml:id="n1"'))   # noqa: E731
    return document([p('重点任务分解表', 'Title'), table('T', 3, [
        ['序号', '工作任务', '责任单位'], [number(0), '修复水毁渠道12处', '县水利局'], [number(1), '建设高标准农田3万亩', '县农业农村局'],
        [number(2), '更新排灌机具', '县农机中心']], 1)], list_style('N', [('1', '', '')]))


def numbering_western_formats():
    sample = ['甲项', '乙项', '丙项', '丁项', '戊项']
    kinds = [('I', '', '.'), ('i', '', '.'), ('A', '', ')'), ('a', '（', '）'), ('1', '[', ']')]
    return document([p('编号格式对照', 'Title')] + [items(f'L{i}', sample) for i in range(len(kinds))],
                    ''.join(list_style(f'L{i}', [kind]) for i, kind in enumerate(kinds)))


def numbering_chinese_formats():
    kinds = [(HAN, '', '、'), (CAPITAL, '', '、'), (CIRCLED, '', ''), (STEMS, '', '、'), (BRANCHES, '', '、'), (WIDE, '', '．')]
    return document([p('编号格式对照（中文）', 'Title')] + [items(f'L{i}', [f'第{n}项内容' for n in ('甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑')])
                                                     for i in range(len(kinds))], ''.join(list_style(f'L{i}', [kind]) for i, kind in enumerate(kinds)))


def numbering_dotted():
    return document([p('防汛应急预案编制要点', 'Title'), items('D', ['总则', ['编制目的', ['保障安全；', '减少损失。'], '适用范围'], '组织体系', ['指挥机构', '成员单位', ['职责；']]])],
                    list_style('D', [('1', '', '', {'follow': 'space'}), ('1', '', '', {'shown': 2, 'follow': 'space'}), ('1', '', '', {'shown': 3, 'follow': 'space'})]))


def numbering_large_values():
    return document([p('编号至一百以上', 'Title')] + [items(f'L{start}', [f'自{start}起', '其次', '再次']) for start in (9, 19, 99, 109, 119)],
                    ''.join(list_style(f'L{start}', [(HAN, '', '、', {'start': start})]) for start in (9, 19, 99, 109, 119)))


def numbering_headings():
    level = lambda n, form, prefix, suffix: (f'<text:outline-level-style text:level="{n}" style:num-format="{form}" style:num-prefix="{prefix}" style:num-suffix="{suffix}">'   # noqa: E731
                                             '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="nothing"/>'
                                             '</style:list-level-properties></text:outline-level-style>')
    return document(title() + [
        h(1, '总体要求'), p('坚持稳字当头。'), h(1, '重点任务'), h(2, '抓好粮食生产'), p('压实乡镇责任。'), h(2, '抓好菜篮子'), h(3, '扩大面积'), h(3, '稳定价格'), h(1, '保障措施'), h(2, '加强领导')] + SIGNED,
        headings=level(1, HAN, '', '、') + level(2, HAN, '（', '）') + level(3, '1', '', '.'))


def numbering_unnumbered_item():
    header = '<text:list-header>' + p('各单位要对照下列内容逐项落实：') + '</text:list-header>'
    made = items('L', ['第一项内容', '<text:p text:style-name="Standard">第二项内容</text:p><text:p text:style-name="Standard">第二项的说明，没有编号。</text:p>', '第三项内容'])
    return document(title() + [made.replace('<text:list-item>', header + '<text:list-item>', 1)] + SIGNED, list_style('L', LEVELS))


def bullets():
    return document(title() + [items('B', ['检查种子质量', ['查标签', '查备案'], '检查农药经营']), items('D', ['检查化肥', '检查农膜'])] + SIGNED,
                    list_style('B', [('•',), ('–',)]) + list_style('D', [('◆',)]))


def table_tasks():
    return document([p('重点任务分工表', 'Title'), table('T', 5, [
        ['序号', '工作任务', '牵头单位', '配合单位', '完成时限'], ['1', '完成水库除险加固2座', '县水利局', '县财政局、各乡镇人民政府', '2024年6月底前'],
        ['2', '开展农机检修', '县农机中心', '', '3月20日前'], ['3', '推广测土配方施肥', '县农业农村局', '县供销社', '全年']], 1)])


def table_merged_rows():
    return document([p('重点任务分工表', 'Title'), table('T', 3, [
        ['类别', '工作任务', '责任单位'], [cell('粮食生产', rows=3), '稳定面积', '县农业农村局'], [COVERED, '提高单产', '县农技中心'], [COVERED, '防灾减灾', cell('县应急局', rows=2)],
        ['畜牧水产', '春季防疫', COVERED]], 1)])


def table_merged_both():
    return document([p('督查事项一览', 'Title'), table('T', 4, [
        [cell('序号', rows=2), cell('事项', rows=2), cell('责任', columns=2), COVERED], [COVERED, COVERED, '牵头', '配合'], [cell('一、农田水利', columns=4), COVERED, COVERED, COVERED],
        ['1', '清淤', '县水利局', '各乡镇'], ['2', cell('检修泵站并开展联合调度演练', columns=2), COVERED, '县应急局'], [cell('合计', columns=2), COVERED, cell('2项', columns=2), COVERED]], 2)])


def table_nested():
    inner = table('Inner', 2, [['乡镇', '面积'], ['东陂镇', '3万亩'], ['西湾乡', '2万亩']])
    return document([p('播种计划', 'Title'), table('Outer', 2, [['作物', '安排'], ['早稻', cell(p('按下表安排：') + inner + p('不得减少。'))], ['玉米', '另行安排']])])


def table_long_with_header():
    return document([p('农资储备清单', 'Title'), table('T', 3, [['序号', '品名', '数量']] + [[str(n), f'物资{n}号', f'{n * 7}吨'] for n in range(1, 61)], 1)])


def table_frame():
    return document(title() + [table('Frame', 1, [[p('联系方式') + p('联系人：县农业农村局值班室') + p('电话：0000-1234567')]])] + SIGNED)


def table_lists_in_cells():
    return document([p('整改清单', 'Title'), table('T', 2, [
        ['问题', '整改措施'], ['台账不全', cell(items('L', ['补齐台账', '专人管理']))], ['责任不清', cell(p('明确责任：') + items('L', ['签订责任书', '公示责任人']) + p('月底前完成。'))]])],
        list_style('L', [('1', '', '.')]))


def table_empty_cells():
    return document([p('信息报送表', 'Title'), table('T', 3, [['单位', '报送数', '采用数'], ['', '', ''], ['东陂镇', '', '2'], ['', '5', ''], ['合计', '', '']])])


def table_two_in_a_row():
    return document([p('两张表', 'Title'), table('A', 2, [['项目', '金额'], ['渠道', '12万元']]), table('B', 2, [['项目', '面积'], ['早稻', '8万亩']]), p('注：金额为预算数。')])


def textbox_red_head():
    head = box('Head', [p('河阳县人民政府办公室文件', 'RedHead'), p('河政办〔2024〕12号                签发人：某某', 'Centered')])
    return document([p(head + inline('关于做好春季农业生产工作的通知'), 'Title'), p('各乡镇人民政府：'), p(REASON), p('特此通知。')] + SIGNED)


def textbox_beside_text():
    note = box('Note', [p('密级：内部'), p('紧急程度：特急')], x='9cm')
    return document([p('关于防汛值守的通知', 'Title'), p(inline('汛期实行24小时值守。') + note), p('各单位要严格执行。')] + SIGNED)


def textbox_of_several_lines():
    content = [p('值班安排'), p('6月1日至5日：甲组'), p('6月6日至10日：乙组')]
    return document([p('关于防汛值守的通知', 'Title'), items('L', ['严格值守', '严肃纪律']), p(box('Duty', content)), items('L', ['按时交接'], 'text:continue-numbering="true"'), p('特此通知。')], list_style('L', [(HAN, '', '、')]))


def note(kind, name, text):
    return f'<text:note text:id="{kind}{name}" text:note-class="{kind}"><text:note-citation>{name}</text:note-citation><text:note-body>{p(text)}</text:note-body></text:note>'


def footnotes():
    return document([p('农业保险工作方案', 'Title'), p(inline('政策性农业保险') + note('footnote', 1, '指享受财政补贴的险种。') + inline('覆盖主要粮食作物。')),
                     p(inline('承保机构') + note('footnote', 2, '以县财政局公布的名单为准。') + inline('应当公开费率。'))] + SIGNED)


def endnotes():
    return document([p('农业保险工作方案', 'Title'), p(inline('政策性农业保险') + note('endnote', 1, '指享受财政补贴的险种。') + inline('覆盖主要粮食作物。')), p('各单位抓好落实。')] + SIGNED)


def fields():
    reference = '<text:bookmark-ref text:reference-format="text" text:ref-name="scope">适用范围</text:bookmark-ref>'
    return document([p('春耕方案', 'Title'), p('本方案的<text:bookmark-start text:name="scope"/>适用范围<text:bookmark-end text:name="scope"/>为全县。'),
                     p(f'前文“{reference}”所指的乡镇共<text:page-count>1</text:page-count>类。'),
                     p('本页为第<text:page-number text:select-page="current">1</text:page-number>页'),
                     p('<text:sequence text:name="Table" text:formula="ooow:Table+1" style:num-format="1">1</text:sequence>号表：播种进度')])


def contents():
    lines = ''.join(p(f'{text}<text:tab/>{page}') for text, page in (('一、总体要求', 1), ('二、重点任务', 1), ('三、保障措施', 2)))
    toc = ('<text:table-of-content text:name="Contents"><text:table-of-content-source text:outline-level="2"><text:index-title-template>目录</text:index-title-template></text:table-of-content-source>'
           f'<text:index-body><text:index-title text:name="Head">{p("目录")}</text:index-title>{lines}</text:index-body></text:table-of-content>')
    return document([p('农业农村现代化规划', 'Title'), toc, h(1, '一、总体要求'), p('坚持农业农村优先发展。'), h(1, '二、重点任务'), p('稳产保供。'), h(1, '三、保障措施'), p('加强领导。')])


CHANGED = '<office:change-info><dc:creator>审稿</dc:creator><dc:date>2024-03-01T09:00:00</dc:date></office:change-info>'


def revisions_in_text():
    changes = (f'<text:tracked-changes><text:changed-region xml:id="i1" text:id="i1"><text:insertion>{CHANGED}</text:insertion></text:changed-region>'
               f'<text:changed-region xml:id="d1" text:id="d1"><text:deletion>{CHANGED}{p("四月底")}</text:deletion></text:changed-region></text:tracked-changes>')
    return document([p('关于播种进度的通知', 'Title'), p('各乡镇要于<text:change text:change-id="d1"/><text:change-start text:change-id="i1"/>4月20日<text:change-end text:change-id="i1"/>前完成播种。'),
                     p('逾期的予以通报。')] + SIGNED, before_body=changes)


def revisions_of_paragraphs():
    changes = (f'<text:tracked-changes><text:changed-region xml:id="i1" text:id="i1"><text:insertion>{CHANGED}</text:insertion></text:changed-region>'
               f'<text:changed-region xml:id="d1" text:id="d1"><text:deletion>{CHANGED}{p("二、已取消的一段。")}{p("")}</text:deletion></text:changed-region></text:tracked-changes>')
    return document([p('关于播种进度的通知', 'Title'), p('一、保留的一段。'), p('<text:change text:change-id="d1"/><text:change-start text:change-id="i1"/>二、新增的一段。'),
                     p('<text:change-end text:change-id="i1"/>三、最后一段。')] + SIGNED, before_body=changes)


def section(name, style, content):
    return f'<text:section text:style-name="{style}" text:name="{name}">{"".join(content)}</text:section>'


def sections_columns():
    style = ('<style:style style:name="Two" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="1cm"/></style:section-properties></style:style>')
    return document(title() + [p('成员名单如下：'), section('S', 'Two', [p(f'{town}镇：分管负责人') for town in ('东陂', '西湾', '南屏', '北渡', '中塘', '新桥')]), p('以上人员名单如有变动，由接任者递补。')] + SIGNED, style)


def sections_landscape():
    style = ('<style:page-layout style:name="Wide"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="2cm"/></style:page-layout>'
             '<style:style style:name="ToWide" style:family="paragraph" style:parent-style-name="Standard" style:master-page-name="Wide"><style:paragraph-properties/></style:style>')
    made = document(title() + SIGNED + [p('附件', 'ToWide'), p('任务分工表', 'Title'), table('T', 3, [['序号', '任务', '单位'], ['1', '清淤', '县水利局']], 1)], style)
    return made.replace('</office:master-styles>', '<style:master-page style:name="Wide" style:page-layout-name="Wide"/></office:master-styles>')


def headers_and_footers():
    return document(title() + [p('正文第一段。'), p('正文第二页。', 'NewPage')] + SIGNED, header=p('河阳县人民政府办公室文件', 'Centered'),
                    footer=p('— <text:page-number text:select-page="current">1</text:page-number> —', 'Centered'))


def header_first_page():
    return document(title() + [p('正文第一段。'), p('正文第二页。', 'NewPage')] + SIGNED, header=p('内部资料', 'Right'), first_header=p('首页眉', 'Right'), footer=p('河政办〔2024〕12号'))


def hyperlinks():
    link = '<text:a xlink:type="simple" xlink:href="https://example.org/forms">县政府网站</text:a>'
    return document([p('关于网上申报的通知', 'Title'), p(f'申报表可在{link}下载，<text:a xlink:type="simple" xlink:href="#scope">适用范围</text:a>见后。'),
                     p('<text:bookmark text:name="scope"/>全县农民专业合作社。')] + SIGNED)


def breaks_and_spaces():
    return document([p('关于做好春季<text:line-break/>农业生产工作的通知', 'Title'), p('联系人：<text:tab/>值班室<text:tab/>电话：0000-1234567'), p('甲<text:s text:c="4"/>乙\u3000丙\u00a0丁'),
                     p('第一页末段。'), p('第二页首段。', 'NewPage'), p('软连字\u00ad符，不断\u2011行。'), p('零宽\u200b空格。')])


def ruby():
    made = '<text:ruby><text:ruby-base>墒</text:ruby-base><text:ruby-text>shāng</text:ruby-text></text:ruby>'
    return document([p('土壤墒情通报', 'Title'), p(f'各地要做好{made}情监测。'), p('每旬报送一次。')])


def comments():
    made = '<office:annotation><dc:creator>审稿</dc:creator><dc:date>2024-03-01T09:00:00</dc:date><text:p>请核对面积</text:p></office:annotation>'
    return document([p('关于播种面积的通知', 'Title'), p(f'全县播种42万亩{made}以上。'), p('请遵照执行。')])


def hidden_text():
    return document([p('关于物资调拨的通知', 'Title'), p('调拨种子20吨<text:span text:style-name="Hidden">（底价另行商定）</text:span>。'), p('请签收。')])


def direct_formatting():
    bold = '<text:span text:style-name="Bold">'
    return document(title() + [p(f'{bold}一、强化责任。</text:span>各乡镇要压实责任，{bold}逐级</text:span>分解。'), p(f'{bold}二、严格考核。</text:span>年底前组织考核。')] + SIGNED)


def red_head_letter():
    return document([p('000012', 'Standard'), p('机密★1年'), p('特急'), p('河阳县人民政府文件', 'RedHead'), p('河政发〔2024〕3号', 'Centered'), p(), p('河阳县人民政府', 'Title'), p('关于印发乡村建设行动方案的通知', 'Title'), p(),
                     p('各乡镇人民政府，县政府各部门、各直属机构：'), p('《河阳县乡村建设行动方案》已经县政府常务会议审议通过，现印发给你们，请认真组织实施。'), p(), p('河阳县人民政府', 'Right'), p('2024年4月2日', 'Right'), p('（此件公开发布）'),
                     p('河阳县乡村建设行动方案', 'NewPage'), items('L', ['总体目标', '重点任务', ['道路硬化。2024年底前完成120公里。（责任单位：县交通运输局）', '饮水安全。（责任单位：县水利局、县卫生健康局）']]),
                     table('Back', 1, [['抄送：县委办公室，县人大常委会办公室，县政协办公室。'], ['河阳县人民政府办公室          2024年4月2日印发']])], list_style('L', LEVELS))


def red_head_joint():
    return document([table('Head', 2, [[p('河阳县发展和改革局') + p('河阳县财政局') + p('河阳县水利局'), cell(p('文件', 'RedHead'))]]), p('河发改联〔2024〕5号', 'Centered'), p('关于下达水利项目资金计划的通知', 'Title'),
                     p('各乡镇人民政府：'), p('现将资金计划下达给你们，请抓紧组织实施。'), table('T', 3, [['序号', '项目', '资金（万元）'], ['1', '东陂渠道', '120'], ['2', '西湾泵站', '85']], 1),
                     p('河阳县发展和改革局      河阳县财政局      河阳县水利局', 'Right'), p('2024年5月6日', 'Right')])


def attachments_on_new_pages():
    return document(title() + [p('附件：1. 任务分解表'), p('2. 报送要求')] + SIGNED + [p('附件1', 'NewPage'), p('任务分解表', 'Centered'), table('T', 2, [['任务', '单位'], ['备耕', '县农业农村局']], 1), p('附件2', 'NewPage'),
                     p('报送要求', 'Centered'), items('L', ['每月5日前报送。', '首报时间为4月5日。'])], list_style('L', LEVELS))


def style_with_number():
    style = paragraph_style('Item', '', '', 'style:list-style-name="L"')
    return document(title() + [p('对照检查', 'Item'), p('立行立改', 'Item'), p('中间没有编号的一段。'), p('建立长效机制', 'Item')] + SIGNED, style + list_style('L', [(HAN, '', '、')]))


DOCUMENTS = {name.replace('_', '-'): make for name, make in list(globals().items())
             if callable(make) and getattr(make, '__module__', '') == __name__ and make.__code__.co_argcount == 0}
