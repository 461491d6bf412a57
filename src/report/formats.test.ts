import { describe, expect, test } from 'vitest';
import { formats, isMachineFormat, renderReport } from './formats.js';
import { reports } from './testing.js';
import { validators } from './validators.testing.js';

const machineFormats = formats.filter(isMachineFormat);

test('the forms, the default first', () => {
  expect(formats).toEqual(['text', 'json', 'sarif', 'junit', 'github', 'gitlab']);
  expect(Object.keys(validators).sort()).toEqual([...machineFormats].sort());
});

test.each([undefined, true, 'text', 'toString', 'xml'])('%s is no form for machines', (name) => {
  expect(isMachineFormat(name)).toBe(false);
});

describe.each(machineFormats)('%s', (format) => {
  test.each(Object.keys(reports))('is valid for %s', async (name) => {
    const report = reports[name]?.();
    if (!report) throw new Error(name);
    const output = await renderReport(report, format);
    expect(await validators[format]?.([output])).toEqual([]);
    expect(output).toMatch(/\n$/);
    // What UTF-8 cannot say would be something else at the reader.
    expect(Buffer.from(output).toString()).toBe(output);
    expect(await renderReport(report, format)).toBe(output);
  });
});

test.each([
  ['json', '{}'],
  ['sarif', '{"version":"2.1.0"}'],
  ['junit', '<testsuites><testcase/></testsuites>'],
  ['junit', '<testsuites name="\u0001"/>'],
  ['github', 'hello\ndbspan: no findings\n'],
  ['github', '::error file=a::b\nc\ndbspan: 1 error\n'],
  ['gitlab', '[{}]'],
])('the validator of %s refuses %j', async (format, output) => {
  expect(await validators[format]?.([output])).not.toEqual([]);
});
