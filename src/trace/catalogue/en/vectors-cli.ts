/** Words of `crypto vectors` and of the reports of a run. */
export const vectorsCli = {
  'cli.noun.vectors': 'test vectors: run, list and make them, for our code or any program',
  'vectors.run.about':
    'Run test vectors (Wycheproof, NIST CAVP and ACVP, x509-limbo, our own) through our code, a reference, or any program.',
  'vectors.run.files': 'vector files, folders of them, -, or names that vectors list shows',
  'vectors.run.optEngine':
    'scratch (our code), reference, or exec:COMMAND, a program that answers JSON lines (docs/programs.md)',
  'vectors.run.optSteps':
    'compare the steps that a program (exec:) reports with the standard, also where its answer is right',
  'vectors.run.optFormat': 'form of the report',
  'vectors.run.optShow': 'show that many failed cases, and that many wrong steps',
  'vectors.run.optTimeout': 'seconds that a program has for an answer',
  'vectors.run.cases': 'cases',
  'vectors.run.error.engine': '--engine: expected scratch, reference or exec:COMMAND, got {got}',
  'vectors.run.error.folder':
    '{path}: expected a folder with 1 to {most} files .json, .rsp or .txt, got {count}',
  'vectors.run.stepsNone': '--steps: the program reported no steps; docs/programs.md says how it can',
  'vectors.run.stepsOurs':
    '--steps: {engine} reports no steps, so there is nothing to compare; a program may (--engine exec:COMMAND)',
  'vectors.run.twice': '{path}: given more than once; it is run once',
  'vectors.run.error.name':
    '{path}: no such file or folder, and no vectors of that name (crypto vectors list shows them)',
  'vectors.run.error.unread': '{count} of the files could not be read; the rest was run',
  'vectors.run.error.none': 'none of the {count} files could be read',
  'vectors.run.error.failed': '{failed} of {total|case|cases} failed',
  'vectors.report.column.file': 'file',
  'vectors.report.column.cases': 'cases',
  'vectors.report.column.passed': 'passed',
  'vectors.report.column.failed': 'failed',
  'vectors.report.column.skipped': 'skipped',
  'vectors.report.got': 'got',
  'vectors.report.want': 'want',
  'vectors.report.error': 'an error: {detail}',
  'vectors.report.refusal': 'a refusal',
  'vectors.report.refusalCode': 'a refusal ({code})',
  'vectors.report.mistake': 'likely cause: {text} ({clause})',
  'vectors.report.skips': '{count} skipped: {why}',
  'vectors.report.more': '{count} more failed; --show N shows more, --json all',
  'vectors.report.moreSteps':
    '{count|more right answer has|more right answers have} a wrong step; --show N shows more, --json all',
  'vectors.report.moreFailed': '{count} more failed',
  'vectors.report.differ': 'they differ from byte {at} on (the first is byte 0)',
  'vectors.report.stepOnly': '{id}: the answer is right, a step is not',
  'vectors.report.nothing': 'nothing was checked',
  'vectors.report.all': 'all {total} passed',
  'vectors.report.one': '1 case, passed',
  'vectors.report.counts': '{total|case|cases}: {passed} passed, {failed} failed, {skipped} skipped',
  'vectors.list.about': 'The test vectors that ship with the toolkit, with their sources.',
  'vectors.list.name': 'show the groups and flags of this one',
  'vectors.list.column.name': 'name',
  'vectors.list.column.cases': 'cases',
  'vectors.list.column.source': 'published in',
  'vectors.list.title': '{name}: {algorithm}, {count|case|cases}. {source}',
  'vectors.list.more': 'crypto vectors list NAME shows one of them, crypto vectors run NAME runs it.',
  'vectors.list.error.name': 'name: expected one such as {meant}, got {got}; crypto vectors list shows all',
  'vectors.make.about':
    'Make fresh test vectors for an operation, answered by the reference: nobody finds these answers on the net.',
  'vectors.make.op': 'the operation, such as aes-cbc-pkcs7-encrypt',
  'vectors.make.optCount': 'number of cases',
  'vectors.make.optList': 'list the operations',
  'vectors.make.ours': '{op}: there is no reference for it; the outputs are those of our own code',
  'vectors.make.error.noOp':
    'op: expected an operation such as {meant}; crypto vectors make --list shows all',
  'vectors.make.error.op':
    'op: expected an operation such as {meant}, got {got}; crypto vectors make --list shows all',
} as const;
