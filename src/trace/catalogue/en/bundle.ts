/** Words of `crypto assignment bundle`. */
export const bundle = {
  'assignment.bundle.about':
    'Make what a grading service needs: the zip that Gradescope expects, with the toolkit inside, or the tests.json of Classroom 50.',
  'assignment.bundle.opt.format': 'which service',
  'assignment.bundle.opt.roster':
    'CSV of the students (column id): each gets numbers of their own; without it all get the same',
  'assignment.bundle.opt.exec': 'how a submission is started, where the assignment does not say',
  'assignment.bundle.written': '{path}: {size} MB, {students}; holds no course key',
  'assignment.bundle.forEach': 'seeds for {count|student|students}',
  'assignment.bundle.forAll': 'one seed for all students',
  'assignment.bundle.error.notBuilt':
    '{path}: expected the built toolkit (dist/), got none; run npm run build',
  'assignment.bundle.error.noCommand':
    '--exec: expected a command, since the assignment does not say how a submission is run',
  'assignment.bundle.error.noOutput': '-o: expected a file for the zip, got none; use -o autograder.zip',
  'assignment.bundle.error.outside':
    '{path}: expected vectors in the folder of the assignment; copy them there',
} as const;
