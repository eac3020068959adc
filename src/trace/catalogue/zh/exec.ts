/** 逐行问答的外部程序可能出的差错。 */
export const exec = {
  'exec.fault.junk': '打印了一行不是回答的内容："{line}"；说明文字请写到标准错误',
  'exec.fault.wrongId': '回答的 id 是 {got}，应为 {want}',
  'exec.fault.silent': '{seconds} 秒内没有回答；是否每行之后都刷新了输出 (flush)，而且没有等待输入结束？',
  'exec.fault.flood': '没有回答，却打印了超过 {most} MiB',
  'exec.fault.ended': '回答之前以状态 {status} 结束：{words}',
  'exec.fault.signal': '回答之前被 {signal} 终止：{words}',
  'exec.fault.closedOutput': '回答之前关闭了输出：{words}',
  'exec.fault.notStarted': '无法启动：{detail}',
  'exec.fault.givenUp': '没有再问：{op} 连续失败 {times} 次',
  'exec.fault.totalTime': '没有再问：总共 {seconds} 秒已经用完',
  'exec.fault.closed': '没有再问：运行已经结束',
  'exec.fault.noOutput': '回答里没有 output、error 或 skip',
  'exec.fault.notHex': 'output：应为十六进制，每字节两位，却是 {got}',
  'exec.fault.notVerdict': 'output：应为 true 或 false，却是 {got}',
  'exec.fault.notSteps': 'steps：应为一组带 id 和 value 的对象',
  'exec.fault.manySteps': 'steps：至多 {most} 个，却更多',
} as const;
