import { describe, expect, test } from 'vitest';
import { foundInThing } from '../testing.js';
import { compileCel } from './program.js';
import { escapedName } from './values.js';

function outcome(expression: string): unknown {
  const self = new Map<string, unknown>([
    ['number', 1n],
    ['map', new Map([['x', 'y']])],
    ['list', [1n, 2n]],
    ['double', 1.5],
    ['text', 'hello'],
  ]);
  const program = compileCel(expression);
  return 'run' in program ? program.run(self) : program;
}

describe('what Kubernetes adds to CEL', () => {
  test.each([
    'self.list.isSorted() && self.list.sum() == 3 && self.list.max() == 2 && self.list.min() == 1',
    'self.list.indexOf(2) == 1 && self.list.lastIndexOf(9) == -1',
    'self.text.find("l+") == "ll" && self.text.findAll("l").size() == 2 && self.text.findAll("l", 1).size() == 1',
    'self.text.matches("(?i)^HEL") && !self.text.matches("x")',
    '"a.matches(b)" == "a.matches" + "(b)"',
    'isQuantity("5Gi") && quantity("5Gi").isGreaterThan(quantity("1Mi")) && !isQuantity("5 Gi")',
    'quantity("1500m").compareTo(quantity("1.5")) == 0 && quantity("50k").add(20).sub(quantity("20")) == quantity("50k")',
    'quantity("2k").asInteger() == 2000 && !quantity("1500m").isInteger() && quantity("-1").sign() == -1',
    'isIP("::1") && ip("1.2.3.4").family() == 4 && ip.isCanonical("::1") && !ip.isCanonical("0:0::1") && ip("127.0.0.1").isLoopback()',
    'cidr("10.0.0.0/8").containsIP("10.2.3.4") && cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16") && !cidr("10.0.0.0/8").containsIP(ip("11.0.0.1"))',
    'cidr("192.168.1.3/24").masked() == cidr("192.168.1.0/24") && cidr("10.0.0.0/8").prefixLength() == 8',
    'url("https://a.b:80/c?d=e").getHostname() == "a.b" && url("/x").getScheme() == "" && !isURL("x")',
    'semver("1.2.3").isLessThan(semver("1.10.0")) && semver("1.0.0-rc.1").compareTo(semver("1.0.0")) < 0 && isSemver("v1.2", true)',
    '!format.dns1123Label().validate("my-name").hasValue() && format.dns1123Label().validate("My").hasValue()',
    'sets.contains([1, 2], [1]) && sets.intersects([1], [1, 3]) && !sets.equivalent([1], [2])',
    'self.?missing.orValue("x") == "x" && has(self.text) && !has(self.missing)',
    'self.number == 1.0 && self.double > 1',
    'duration("1h") > duration("59m") && timestamp("2026-01-01T00:00:00Z") < timestamp("2027-01-01T00:00:00Z")',
  ])('%s', (expression) => {
    expect(outcome(expression)).toEqual({ value: true });
  });

  test('fails where the API server fails', () => {
    expect(outcome('self.missing == 1')).toEqual({ failure: 'No such key: missing' });
    expect(outcome('self.list[7] == 1')).toHaveProperty('failure');
    expect(outcome('1 / (self.number - 1) == 1')).toHaveProperty('failure');
    expect(outcome('quantity("lots").isInteger()')).toEqual({ failure: 'lots is no quantity' });
  });

  test('says what it does not know', () => {
    expect(outcome('self.list.madeUp()')).toHaveProperty('unsupported');
    expect(outcome('self.list.all(i, v, i < v)')).toHaveProperty('unsupported');
    expect(outcome('self.(')).toHaveProperty('unsupported');
  });
});

test('names of fields are escaped', () => {
  expect(['a-b', 'a.b', 'a/b', 'a__b', 'namespace', 'plain', '1a'].map(escapedName)).toEqual([
    'a__dash__b',
    'a__dot__b',
    'a__slash__b',
    'a__underscores__b',
    '__namespace__',
    'plain',
    undefined,
  ]);
});

describe('rules of a definition', () => {
  const schema = (rule: string): string =>
    `{ type: object, x-kubernetes-validations: [${rule}], properties: { least: { type: integer, default: 3 }, most: { type: integer, default: 5 }, list: { type: array, items: { type: integer } }, text: { type: string } } }`;

  test('see the defaults, and stand at the name of what they are about', () => {
    const rule = '{ rule: self.least <= self.most, message: least is above most }';
    expect(foundInThing(schema(rule), '{ least: 5 }')).toEqual([]);
    expect(foundInThing(schema(rule), '{ least: 6 }')).toEqual([
      '4:1 error rule: least is above most (the rule is: self.least <= self.most)',
    ]);
  });

  test('stand at their fieldPath, with a message made of the values', () => {
    const rule = `{ rule: self.least <= self.most, fieldPath: .least, message: x, messageExpression: "'at most ' + string(self.most)" }`;
    expect(foundInThing(schema(rule), '{ least: 6 }')).toEqual([
      '4:16 error rule: at most 5 (the rule is: self.least <= self.most)',
    ]);
  });

  test('that compare with the object before are not asked', () => {
    expect(foundInThing(schema('{ rule: self.least == oldSelf.least }'), '{}')).toEqual([]);
    expect(foundInThing(schema('{ rule: "!oldSelf.hasValue()", optionalOldSelf: true }'), '{}')).toEqual([]);
    expect(foundInThing(schema('{ rule: "self.text != \'oldSelf\'" }'), '{ text: oldSelf }')).toHaveLength(1);
  });

  test('that cannot be evaluated are told, once', () => {
    expect(foundInThing(schema('{ rule: self.text.madeUp() }'), '{ text: x }')).toEqual([
      "4:1 info rule-not-checked: spec of this Thing was not checked against the rule self.text.madeUp(): found no matching overload for 'dyn.madeUp()'",
    ]);
  });

  test('are not asked where the schema refuses what they rely on', () => {
    expect(foundInThing(schema('{ rule: self.least <= self.most }'), '{ least: x }')).toHaveLength(1);
  });

  test('that loop in loops over a long list are left out, and told', () => {
    const rule = '{ rule: "self.list.all(a, self.list.all(b, self.list.all(c, a + b + c > 0)))" }';
    const list = Array.from({ length: 2000 }, () => 1).join(', ');
    expect(foundInThing(schema(rule), `{ list: [${list}] }`)[0]).toMatch(
      /info rule-not-checked: .* too large for its loops$/,
    );
    expect(foundInThing(schema(rule), '{ list: [1, 2, 3] }')).toEqual([]);
  });
});
