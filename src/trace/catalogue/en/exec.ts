/** What can be wrong with a program that is asked line by line. */
export const exec = {
  'exec.fault.junk': 'printed a line that is no answer: "{line}"; remarks go to standard error',
  'exec.fault.wrongId': 'answered with the id {got}, expected {want}',
  'exec.fault.silent':
    'no answer within {seconds} s; does it flush its output after each line, and not wait for the end of its input?',
  'exec.fault.flood': 'printed more than {most} MiB without an answer',
  'exec.fault.ended': 'ended with status {status} before it answered',
  'exec.fault.endedWords': 'ended with status {status} before it answered: {words}',
  'exec.fault.signal': 'was ended by {signal} before it answered',
  'exec.fault.signalWords': 'was ended by {signal} before it answered: {words}',
  'exec.fault.closedOutput': 'closed its output before it answered',
  'exec.fault.closedOutputWords': 'closed its output before it answered: {words}',
  'exec.fault.notStarted': 'could not be started: {detail}',
  'exec.fault.givenUp': 'not asked: {op} failed {times} times in a row',
  'exec.fault.totalTime': 'not asked: the {seconds} s for everything are over',
  'exec.fault.closed': 'not asked: the run is over',
  'exec.fault.noOutput': 'answered without output, error or skip',
  'exec.fault.notHex': 'output: expected hex, two digits a byte, got {got}',
  'exec.fault.notVerdict': 'output: expected true or false, got {got}',
  'exec.fault.notSteps': 'steps: expected a list of objects with id and value',
  'exec.fault.manySteps': 'steps: expected at most {most}, got more',
} as const;
