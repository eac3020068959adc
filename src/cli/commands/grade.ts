/** `crypto grade`: its options. What it does is in `grade/`, loaded when it is run. */
import { Option } from '@commander-js/extra-typings';
import { addExample, forceOption, outputOption } from '../options.ts';
import { integerList } from '../parse.ts';
import type { Register } from '../register.ts';
import { courseKeyOption } from './assignment/options.ts';
import { GRADE_FORMATS } from './grade/options.ts';

export const register: Register = (noun, session) => {
  noun
    .argument('<file>', session.say('assignment.arg.file'))
    .argument('[dir]', session.say('grade.arg.dir'))
    .option('--exec <command>', session.say('grade.opt.exec'))
    .option('--submission <path>', session.say('grade.opt.submission'))
    .option('--student <id>', session.say('assignment.opt.student'))
    .addOption(courseKeyOption(session))
    .option('--roster <file>', session.say('grade.opt.roster'))
    .option('--test <numbers>', session.say('grade.opt.test'), integerList(session, 1, 100))
    .option('--reveal-hidden', session.say('grade.opt.revealHidden'))
    .addOption(new Option('--format <name>', session.say('grade.opt.format')).choices(GRADE_FORMATS))
    .option('--seeds <file>', session.say('grade.opt.seeds'))
    .option('--submission-metadata <file>', session.say('grade.opt.metadata'))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .action(async (file, dir, options) => {
      if (options.roster === undefined && dir === undefined) {
        const { runOne } = await import('./grade/one-run.ts');
        await runOne(session, file, options);
      } else {
        const { runRoster } = await import('./grade/roster-run.ts');
        await runRoster(session, file, dir, options);
      }
    });
  noun.addHelpText('after', `\n${session.say('grade.help')}`);
  addExample(
    noun,
    session,
    'crypto assignment new first',
    `crypto grade first --submission first/starter.py || echo 'not all of it yet'`,
  );
};
