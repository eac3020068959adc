/** What reading assignments, seeds and instances says, in Chinese. */

/** To be looked up before the general ones: these end in the line. */
export const ASSIGNMENT_SENTENCES = {
  'expected {what}, got {found} (line {at})': '应为 {what}，却是 {found}（第 {at} 行）',
  'expected at most {most} levels of nesting, got more': '至多嵌套 {most} 层，却不止',
  'expected at most {most} values, got more': '至多 {most} 个值，却不止',
  'expected YAML or JSON, line {at}: {why}': '应为 YAML 或 JSON，第 {at} 行：{why}',
  'expected an anchor before the alias on line {at}, got none':
    '第 {at} 行的别名之前应有它所指的锚点，却没有',
  'expected each key once, got {got} again on line {at}': '每个键只能出现一次，{got} 却在第 {at} 行又出现了',
  'expected at least {least} bytes, better 32, got {count}':
    '至少应有 {least} 字节，最好 32 字节，却是 {count} 字节',
  'expected an id, got none': '应为学号，却是空的',
  'expected an id without control characters, got {got}': '学号里不应有控制字符，却是 {got}',
  'expected at most {most} characters, got {count}': '至多 {most} 个字符，却有 {count} 个',
  'expected cases that ask {what}, got {got}': '应为要求 {what} 的用例，却是 {got}',
  'expected ids of cases in {file}, got {got}': '应为 {file} 里的用例编号，却是 {got}',
  'expected a case that asks {what} in {file}, found none': '{file} 里应有要求 {what} 的用例，却没有',
  'expected at most {most} cases, got {count}; choose some with cases':
    '至多 {most} 个用例，却有 {count} 个；请用 cases 选取一部分',
  'expected whole points up to {most} for Classroom 50, got {got}':
    '用于 Classroom 50 时，分值应为整数，至多 {most}，却是 {got}',
  'expected at most {most} bytes for Classroom 50, got {count}':
    '用于 Classroom 50 时，至多 {most} 字节，却有 {count} 字节',
  'expected a visible one for Classroom 50, got hidden ones only':
    '用于 Classroom 50 时，至少要有一项公开测试，却全是隐藏的',
};

export const ASSIGNMENT_NAMES = {
  file: '文件',
  assignment: '作业',
  'course key': '课程密钥 (course key)',
  student: '学号',
};

export const ASSIGNMENT_FINDINGS = {
  text: '文本',
  'a list': '列表',
  fields: '若干字段',
  nothing: '空的',
  both: '两者都有',
  neither: '两者都没有',
  'an empty one': '空文本',
  'fields such as title: …': 'title: … 这样的字段',
  'vectors or make': 'vectors 或 make 之一',
  'names that differ': '互不相同的名称',
  'letters, digits and hyphens': '字母、数字和连字符',
  'one of the operations of the assignment': '本作业 operations 之一',
  'an operation such as aes-cbc-encrypt': 'aes-cbc-encrypt 这样的运算',
  'it beside vectors only': '与 vectors 同用的字段',
  'it beside make': '与 make 同用',
  '1 to {most} of them': '1 到 {most} 项',
  'at most {most} characters': '至多 {most} 个字符',
  'a number from {least} to {most}': '{least} 到 {most} 之间的数',
  'a whole number from {least} to {most}': '{least} 到 {most} 之间的整数',
  'the key "{key}"; did you mean {meant}?': '键 "{key}"；是不是 {meant}？',
  'the key "{key}"': '键 "{key}"',
  '{value}; did you mean {meant}?': '{value}；是不是 {meant}？',
  '{value}; put it in quotes': '{value}；请加上引号',
  '{value} twice': '{value} 两次',
};
