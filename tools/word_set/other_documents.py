"""The documents that LibreOffice makes from HTML and RTF."""


def html(body):
    return f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>通知</title></head><body>{body}</body></html>'


def rtf(body):
    """Characters beyond ASCII as \\uN?; lists and tables as RTF has them."""
    escaped = ''.join(c if ord(c) < 128 else f'\\u{ord(c) if ord(c) < 0x8000 else ord(c) - 0x10000}?' for c in body)
    return (r'{\rtf1\ansi\ansicpg936\uc1\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}'
            r'{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc37\levelnfcn37\leveljc0\levelfollow2\levelstartat1{\leveltext\'02\'00\u12289?;}{\levelnumbers\'01;}}\listid1}}'
            r'{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}' + escaped + '}')


HTML = {
    'headings-and-lists': html('<h1>关于开展环境卫生整治的通知</h1><p>各街道办事处：</p><h2>一、整治重点</h2><ol><li>背街小巷<ol type="a"><li>清运垃圾</li><li>疏通管道</li></ol></li><li>农贸市场</li></ol>'
                               '<h2>二、有关要求</h2><ul><li>压实责任</li><li>建立台账</li></ul><p style="text-align:right">望澜区城市管理局<br>2024年5月10日</p>'),
    'table-spans': html('<p>任务分解表</p><table border="1"><tr><th rowspan="2">序号</th><th colspan="2">任务</th></tr><tr><th>内容</th><th>时限</th></tr><tr><td>1</td><td>清运积存垃圾</td><td>5月底前</td></tr>'
                        '<tr><td colspan="3">以下为长期任务</td></tr><tr><td>2</td><td>日常保洁<br>及时巡查</td><td>长期</td></tr></table><p>填表说明见附件。</p>'),
    'list-start-and-types': html('<p>检查项目</p><ol start="3"><li>消防通道</li><li>安全出口</li></ol><ol type="I"><li>甲类</li><li>乙类</li></ol><ol type="A"><li>甲级</li></ol><dl><dt>网格</dt><dd>街道以下的管理单元</dd></dl>'),
    'page-of-a-website': html('<div><p>发布日期：2024-05-10</p></div><table><tr><td><p>关于停水检修的通知</p><p>因管网改造，5月12日8时至18时停水。</p></td></tr></table><pre>望澜区 供水中心\n值班电话 0000-7654321</pre><hr><p>&copy; 望澜区</p>'),
}

RTF = {
    'list-and-characters': rtf(r'\pard\qc\b 关于开展安全检查的通知\b0\par\pard 各有关单位：\par\pard\ls1\ilvl0 检查范围\par\pard\ls1\ilvl0 检查时间\par\pard 自即日起至6月底。\line 各单位做好配合。\par'
                               r' 面积 12\'a3\'bdcm \emdash  完\par'),
    'table': rtf(r'\pard 检查安排表\par\trowd\cellx2000\cellx6000\pard\intbl 日期\cell 单位\cell\row\trowd\cellx2000\cellx6000\pard\intbl 5月6日\cell 化工厂\par 油库\cell\row\pard 如有调整另行通知。\par'),
    'merged-cells': rtf(r'\pard 值班表\par\trowd\clvmgf\cellx2000\cellx4000\cellx6000\pard\intbl 上旬\cell 甲组\cell 张队\cell\row\trowd\clvmrg\cellx2000\cellx4000\cellx6000\pard\intbl \cell 乙组\cell 李队\cell\row'
                        r'\trowd\cellx2000\clmgf\cellx4000\clmrg\cellx6000\pard\intbl 下旬\cell 另行通知\cell \cell\row\pard 完。\par'),
}
