/** Words of `crypto assignment`, and the files that it makes. */
export const assignment = {
  'cli.noun.assignment': 'coursework with numbers of its own for each student',
  'assignment.new.about':
    'Make the folder of a new assignment: a ready-made one to change, or a template, and a course key.',
  'assignment.list.about': 'List the ready-made assignments.',
  'assignment.instance.about':
    'Print what a student is asked: the visible tests, with numbers drawn from the course key and the student id.',
  'assignment.arg.newFolder':
    'folder to make; one with the name of a ready-made assignment becomes a copy of it',
  'assignment.arg.file': 'the assignment: its file, YAML or JSON, or the folder with its assignment.yaml',
  'assignment.opt.from': 'ready-made assignment to begin with (crypto assignment list)',
  'assignment.opt.student': 'id of the student; without it, the practice numbers that everybody has',
  'assignment.opt.courseKey':
    'secret of the course, in hex, or as file:PATH; course.key beside the assignment by default',
  'assignment.opt.answers': 'with the answers, and the hidden tests: for the instructor',

  'assignment.made': '{folder}: a new assignment, from the template',
  'assignment.madeFrom': '{folder}: a new assignment, from the ready-made {name}',
  'assignment.keepKey': 'Keep {path} to yourself, and a copy of it: all students’ numbers come from it.',
  'assignment.column.name': 'name',
  'assignment.column.title': 'title',
  'assignment.column.points': 'points',
  'assignment.instance.practice': 'practice numbers: everybody has the same',
  'assignment.instance.student': 'numbers of student {student}',
  'assignment.note.practice': 'practice numbers, which everybody has; --student ID gives those of a student',

  'assignment.error.emptyFolder': "folder: expected a name for the new folder, got ''",
  'assignment.error.notEmpty': '{path}: not empty; an assignment wants a new folder',
  'assignment.error.unknown': '--from: expected {known}, got {got}',

  'assignment.template.yaml': `# An assignment for crypto grade. Every field is here; lines behind a # are what may be added.
title: XOR with a repeating key
# Or in two languages, as a description, a test's name and a message may be, too:
# title:
#   en: XOR with a repeating key
#   zh: 用重复密钥做异或
# Letters, digits and hyphens. It is part of every student's seed: keep it once the assignment is out.
name: {name}
description: Write the cipher that all others begin with.
# What a program is asked to do, by name (crypto vectors make --help lists the names).
operations: [xor]
# How a submission is started, in its own folder. crypto grade --exec COMMAND says otherwise.
run: python3 starter.py
# What a student is told of a visible test that fails. none: the inputs and the program's answer. step: also the right answer,
# and the first wrong step where the program reports steps. cause: also the well-known mistake that gives the same answer.
hints: step
# Seconds: for one answer, and for everything.
limits:
  answer: 10
  total: 300
tests:
  - name: practice
    points: 4
    # Fresh cases, from the student's own seed.
    make:
      op: xor
      count: 5
    message: A short key is repeated.
  - name: fresh
    points: 6
    # Of hidden tests students see neither questions nor answers.
    visibility: hidden
    make:
      op: xor
      count: 20
    # each (by default): every case earns its part of the points. all: only all of them earn any.
    # credit: all
  # - name: published vectors
  #   points: 5
  #   vectors: aes-block           # of the toolkit (crypto vectors list), or a file beside this one
  #   operations: [aes-ecb-encrypt]  # only the cases that ask this
  #   cases: [1, 2]                # only these, by their ids
`,
  'assignment.template.readme': `# {name}

Your program is started once, and asked again and again: a line in, a line out, both JSON; bytes are hex.

    {question}
    {answer}

\`starter.py\` does all of this but the work itself. Refuse what is not valid with \`{refusal}\`, and leave what you
have not written with \`{skip}\`: that earns nothing.

    crypto grade assignment.yaml --exec "python3 starter.py"

At home the numbers are those for practice; yours are others. Some tests are hidden: a full score at home promises nothing.
`,
} as const;
