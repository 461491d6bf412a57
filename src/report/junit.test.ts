import { expect, test } from 'vitest';
import { renderJunit } from './junit.js';
import { findingAt, reportOf } from './testing.js';

const file = { name: 'topology.yaml', text: 'a: 1\nb: 2\n' };

test('a file is a suite, a kind of finding a test, a clean file one that passes', () => {
  const findings = [
    findingAt(file, 'a', { id: 'a/b', message: 'bad "a" < b', fix: 'better' }),
    findingAt(file, 'b', { id: 'a/b', message: 'bad b' }),
    findingAt(file, '2', { id: 'a/c', severity: 'warning', message: 'so so' }),
  ];
  const report = reportOf(findings, {
    files: ['clean.yaml', 'topology.yaml'],
    problems: [{ id: 'output/hand-edited', severity: 'error', message: 'x', fix: 'y', path: 'dist/x' }],
  });
  expect(renderJunit(report)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="dbspan validate" tests="4" failures="2" errors="0" time="0">
  <testsuite name="dbspan validate" tests="1" failures="1" errors="0" time="0" skipped="0">
    <testcase name="output/hand-edited" classname="dbspan validate" time="0">
      <failure type="output/hand-edited" message="x">error: x
  fix: y</failure>
    </testcase>
  </testsuite>
  <testsuite name="clean.yaml" tests="1" failures="0" errors="0" time="0" skipped="0">
    <testcase name="no findings" classname="clean.yaml" time="0"/>
  </testsuite>
  <testsuite name="topology.yaml" tests="2" failures="1" errors="0" time="0" skipped="0">
    <testcase name="a/b" classname="topology.yaml" time="0">
      <failure type="a/b" message="bad &quot;a&quot; &lt; b (and 1 more)">topology.yaml:1:1: error: bad &quot;a&quot; &lt; b
  why: it matters
  fix: better
topology.yaml:2:1: error: bad b
  why: it matters</failure>
    </testcase>
    <testcase name="a/c" classname="topology.yaml" time="0">
      <system-out>topology.yaml:2:4: warning: so so
  why: it matters</system-out>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('a run that could not be is an error', () => {
  const report = reportOf([], { code: 2, failure: { message: 'cannot read a\nb', fix: 'name it' } });
  expect(renderJunit(report)).toContain(`    <testcase name="run" classname="dbspan validate" time="0">
      <error type="run" message="cannot read a&#10;b">cannot read a
b
fix: name it</error>
`);
});
