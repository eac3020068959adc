/** `crypto assignment bundle` 的文字。 */
export const bundle = {
  'assignment.bundle.about':
    '生成评分服务需要的文件：Gradescope 要的 zip（工具已在其中），或 Classroom 50 的 tests.json。',
  'assignment.bundle.opt.format': '哪个服务',
  'assignment.bundle.opt.roster': '学生名单 CSV（含 id 列）：每人一套数值；不给则所有人相同',
  'assignment.bundle.opt.exec': '作业文件没有写明时，提交的程序如何启动',
  'assignment.bundle.written': '{path}：{size} MB，{students}；其中没有课程密钥',
  'assignment.bundle.forEach': '{count} 名学生的种子',
  'assignment.bundle.forAll': '所有学生共用一个种子',
  'assignment.bundle.error.notBuilt': '{path}：应有构建好的工具 (dist/)，却没有；请先运行 npm run build',
  'assignment.bundle.error.noCommand': '--exec：应给出命令，因为作业文件没有写明提交的程序如何启动',
  'assignment.bundle.error.noOutput': '-o：应给出 zip 的文件名，却没有；请用 -o autograder.zip',
  'assignment.bundle.error.outside': '{path}：向量文件应在作业的文件夹里；请复制进去',
} as const;
