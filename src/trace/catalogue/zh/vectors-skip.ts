/** 测试向量文件中的用例为何没有运行。 */
export const vectorsSkip = {
  'vectors.skip.algorithm': '{name}：本工具没有这个算法',
  'vectors.skip.notByReference': '{op}：参考实现不做这项运算',
  'vectors.skip.unknownOperation': '{op}：本工具没有这项运算',
  'vectors.skip.unsupported': '这里不支持：{detail}',
  'vectors.skip.program': '程序说：{detail}',
  'vectors.skip.keySize': '{bits} 位的密钥：超出这里的范围',
  'vectors.skip.nothingAsked': '这个用例没有要问的内容',
  'vectors.fault.internal': '工具自身的错误，不是答案：{detail}',
} as const;
