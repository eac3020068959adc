/** What every test file starts with. */
import fc from 'fast-check';

// Without it fast-check draws arrays of some ten bytes whatever `maxLength` says: no message would leave its first block.
fc.configureGlobal({
  defaultSizeToMaxWhenMaxSpecified: true,
  interruptAfterTimeLimit: 20_000,
  markInterruptAsFailure: true,
});
