import { describe, expect, test } from 'vitest';
import { renderSarif } from './sarif.js';
import { findingAt, reportOf } from './testing.js';

const file = { name: 'a b.yaml', text: 'a: 1\nb: 漢😀字 # x\nc:\n  d: 2\n' };
const corefile = { name: 'Corefile', text: 'x\n' };
const runOf = (report: Parameters<typeof renderSarif>[0]) => JSON.parse(renderSarif(report)).runs[0];

describe('SARIF', () => {
  const finding = findingAt(file, '字', {
    id: 'slice/bad',
    message: 'bad',
    fix: 'better',
    related: [
      { span: { file, start: 0, end: 4 }, text: 'see here' },
      { span: { file: corefile, start: 0, end: 1 }, text: '' },
    ],
    edits: [
      { span: { file, start: 0, end: 1 }, text: 'z' },
      { span: { file, start: 1, end: 4 }, text: '' },
      { span: { file: corefile, start: 1, end: 1 }, text: 'y' },
    ],
  });

  test('describes the kinds of finding that are in it', () => {
    const report = reportOf([finding, finding], {
      tool: { version: '1.2.3', homepage: 'https://example.org' },
    });
    expect(runOf(report).tool.driver).toEqual({
      name: 'dbspan',
      version: '1.2.3',
      semanticVersion: '1.2.3',
      informationUri: 'https://example.org',
      rules: [
        {
          id: 'slice/bad',
          shortDescription: { text: 'slice/bad' },
          fullDescription: { text: 'it matters' },
          help: { text: 'it matters.\n\nMore: dbspan explain slice/bad' },
          helpUri: 'https://example.org',
          defaultConfiguration: { level: 'error' },
          properties: { 'problem.severity': 'error', tags: ['slice'] },
        },
      ],
    });
  });

  test('has the place in UTF-16 code units, related places and the fix', () => {
    const run = runOf(reportOf([finding]));
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results).toEqual([
      {
        ruleId: 'slice/bad',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'bad\nFix: better' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'a%20b.yaml' },
              region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 8 },
            },
          },
        ],
        relatedLocations: [
          {
            id: 1,
            message: { text: 'see here' },
            physicalLocation: {
              artifactLocation: { uri: 'a%20b.yaml' },
              region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 5 },
            },
          },
          {
            id: 2,
            physicalLocation: {
              artifactLocation: { uri: 'Corefile' },
              region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
            },
          },
        ],
        fixes: [
          {
            description: { text: 'better' },
            artifactChanges: [
              {
                artifactLocation: { uri: 'a%20b.yaml' },
                replacements: [
                  {
                    deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
                    insertedContent: { text: 'z' },
                  },
                  { deletedRegion: { startLine: 1, startColumn: 2, endLine: 1, endColumn: 5 } },
                ],
              },
              {
                artifactLocation: { uri: 'Corefile' },
                replacements: [
                  {
                    deletedRegion: { startLine: 1, startColumn: 2, endLine: 1, endColumn: 2 },
                    insertedContent: { text: 'y' },
                  },
                ],
              },
            ],
          },
        ],
        partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{32}:1$/) },
      },
    ]);
  });

  test('ends a region of several lines in its last', () => {
    const [result] = runOf(reportOf([findingAt(file, 'c:\n  d: 2')])).results;
    expect(result.locations[0].physicalLocation.region).toEqual({
      startLine: 3,
      startColumn: 1,
      endLine: 4,
      endColumn: 7,
    });
  });

  test('has a result for a problem of a file, a notification for one of the run', () => {
    const run = runOf(
      reportOf([], {
        code: 1,
        problems: [
          {
            id: 'output/hand-edited',
            severity: 'error',
            message: 'edited',
            fix: 'undo it',
            path: 'dist/a b',
          },
          { id: 'run/max-warnings', severity: 'error', message: '3 warnings' },
        ],
      }),
    );
    expect(run.results).toHaveLength(1);
    expect(run.results[0]).toMatchObject({
      ruleId: 'output/hand-edited',
      message: { text: 'edited\nFix: undo it' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'dist/a%20b' } } }],
    });
    expect(run.invocations).toEqual([
      {
        executionSuccessful: true,
        exitCode: 1,
        toolExecutionNotifications: [
          { descriptor: { id: 'run/max-warnings' }, level: 'error', message: { text: '3 warnings' } },
        ],
      },
    ]);
  });

  test('says that a run could not be', () => {
    const run = runOf(reportOf([], { code: 2, failure: { message: 'no', fix: 'yes' } }));
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        exitCode: 2,
        toolExecutionNotifications: [
          { descriptor: { id: 'dbspan/cannot-run' }, level: 'error', message: { text: 'no\nFix: yes' } },
        ],
      },
    ]);
  });

  test('says of a change its class and its object', () => {
    const object = {
      file: 'fra/40-slice/sliceconfig.shop.yaml',
      cluster: 'fra',
      kind: 'SliceConfig',
      namespace: undefined,
      name: 'shop',
      field: 'spec.maxClusters',
      before: '16',
      after: '8',
    };
    const file = { name: 'topology.yaml', text: 'slice' };
    const finding = findingAt(file, 'slice', { change: { class: 'immutable', objects: [object] } });
    const { properties } = JSON.parse(renderSarif(reportOf([finding]))).runs[0].results[0];
    expect(properties).toEqual({
      changeClass: 'immutable',
      objects: 1,
      object: { ...object, namespace: undefined },
    });
  });
});
