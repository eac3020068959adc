/** 程序第一个错误步骤的说法。 */
export const vectorsSteps = {
  'vectors.step.byte': '{id}，字节 {byte}：得到 {got}，应为 {want}',
  'vectors.step.value': '{id}：得到 {got}，应为 {want}',
  'vectors.step.length': '{id}：得到 {got} 字节，应为 {want} 字节',
  'vectors.step.got': '得到',
  'vectors.step.want': '应为',
  'vectors.step.unknown': '{id}：这里没有这个名称的步骤，未作比较',
  'vectors.step.unknownNear': '{id}：这里没有这个名称的步骤，未作比较；是否想写 {nearest}？',
} as const;
