/** Chinese words of `crypto assignment`, and the files that it makes. */
export const assignment = {
  'cli.noun.assignment': '每个学生数据各不相同的课程作业',
  'assignment.new.about': '建立新作业的文件夹：以现成的作业或模板为起点，并生成课程密钥 (course key)。',
  'assignment.list.about': '列出现成的作业。',
  'assignment.instance.about': '打印某个学生要做的题：公开测试，其数据由课程密钥 (course key) 和学号派生。',
  'assignment.arg.newFolder': '要建立的文件夹；名字与现成作业相同时，就复制那个作业',
  'assignment.arg.file': '作业：YAML 或 JSON 文件，或含有 assignment.yaml 的文件夹',
  'assignment.opt.from': '以哪个现成的作业为起点（见 crypto assignment list）',
  'assignment.opt.student': '学号；省略时用人人相同的练习数据',
  'assignment.opt.courseKey':
    '课程密钥 (course key)，十六进制，或写成 file:路径；省略时用作业旁边的 course.key',
  'assignment.opt.answers': '附上答案和隐藏测试：供教师使用',

  'assignment.made': '{folder}：新作业，来自模板',
  'assignment.madeFrom': '{folder}：新作业，来自现成的 {name}',
  'assignment.keepKey': '{path} 请自己保管，并留一份备份：所有学生的数据都由它派生。',
  'assignment.column.name': '名称',
  'assignment.column.title': '标题',
  'assignment.column.points': '分值',
  'assignment.instance.practice': '练习数据：人人相同',
  'assignment.instance.student': '学生 {student} 的数据',
  'assignment.note.practice': '这是人人相同的练习数据；--student 学号 可得到某个学生的数据',

  'assignment.error.emptyFolder': "folder：应为新文件夹的名字，却是 ''",
  'assignment.error.notEmpty': '{path}：不是空的；作业需要一个新文件夹',
  'assignment.error.unknown': '--from：应为 {known}，却是 {got}',

  'assignment.template.yaml': `# 供 crypto grade 使用的作业。所有字段都在这里；# 之后的行是可以添加的内容。
title: 用重复密钥做异或 (XOR)
# 也可以用两种语言写；description、测试的 name 和 message 也一样：
# title:
#   en: XOR with a repeating key
#   zh: 用重复密钥做异或
# 字母、数字和连字符。每个学生的种子都含有它：作业发布之后请勿改动。
name: {name}
description: 写出其他密码都由它起步的那个密码。
# 程序要完成的运算，用名称表示（crypto vectors make --help 列出全部名称）。
operations: [xor]
# 在提交的文件夹里怎样启动程序。crypto grade --exec 命令 优先于它。
run: python3 starter.py
# 公开测试失败时告诉学生什么。none：输入和程序的回答。step：还有正确答案，以及程序报告步骤时第一个错误的步骤。
# cause：还有能得到同样结果的常见错误。
hints: step
# 秒数：每个回答的时限，以及总时限。
limits:
  answer: 10
  total: 300
tests:
  - name: 练习
    points: 4
    # 由学生自己的种子新生成的用例。
    make:
      op: xor
      count: 5
    message: 密钥较短时要循环使用。
  - name: 新数据
    points: 6
    # 隐藏测试的题目和答案，学生都看不到。
    visibility: hidden
    make:
      op: xor
      count: 20
    # each（默认）：每个用例各得一份分数。all：全部通过才得分。
    # credit: all
  # - name: 公布的测试向量
  #   points: 5
  #   vectors: aes-block           # 工具箱自带的（见 crypto vectors list），或本文件旁边的文件
  #   operations: [aes-ecb-encrypt]  # 只取要求这种运算的用例
  #   cases: [1, 2]                # 只取这些编号的用例
`,
  'assignment.template.readme': `# {name}

程序只启动一次，然后被反复提问：读一行，答一行，都是 JSON；字节用十六进制表示。

    {question}
    {answer}

除了运算本身，\`starter.py\` 都已写好。输入无效时用 \`{refusal}\` 拒绝；还没有写的，用
\`{skip}\` 跳过，不得分。

    crypto grade assignment.yaml --exec "python3 starter.py"

在家里用的是练习数据，评分时是你自己的数据。有些测试是隐藏的：在家里得满分，不等于评分时得满分。
`,
} as const;
