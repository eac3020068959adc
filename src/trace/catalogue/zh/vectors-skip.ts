/** 测试向量文件中的用例为何没有运行。 */
export const vectorsSkip = {
  'vectors.skip.algorithm': '{name}：本工具没有这个算法',
  'vectors.skip.notByReference': '{op}：参考实现不做这项运算',
  'vectors.skip.unknownOperation': '{op}：本工具没有这项运算',
  'vectors.skip.unsupported': '这里不支持：{detail}',
  'vectors.skip.program': '程序说：{detail}',
  'vectors.skip.keySize': '{bits} 位的密钥：超出这里的范围',
  'vectors.skip.tagSize': '{bits} 位的认证标签：本工具没有这种长度',
  'vectors.skip.testType': '{algorithm}：这里不读取 {type} 这类测试',
  'vectors.skip.noOperation': '{what}：没有对应的运算',
  'vectors.skip.tooMuch': '{what}：这里至多问到 {most}',
  'vectors.skip.limboFeature': '{feature}：在 x509-limbo 中是可选的，这里不做',
  'vectors.skip.limboNotWired': '{field} {value}：这里不检查',
  'vectors.skip.limboKeyRule':
    'CA/Browser 论坛要求 RSA 密钥至少 2048 位，且为整数个字节；RFC 5280 没有这条规则',
  'vectors.skip.nothingAsked': '这个用例没有要问的内容',
  'vectors.fault.internal': '工具自身的错误，不是答案：{detail}',
  'vectors.skip.bitOriented': '{bits} 位的消息：这里只处理整字节',
  'vectors.skip.noResults': '没有预期结果：请同时给出 expectedResults 文件',
  'vectors.skip.noField': '记录里没有 {field}',
  'vectors.skip.noAnswer': '文件没有给出答案',
} as const;
