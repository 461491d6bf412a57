// Objects that are wrong in ways that only people find: made by hand, for each keyword and rule of the Kitchen and others.

const kitchen = [
  ['rule', 'least above most', { least: 7 }],
  ['rule', 'least above the default of most', { least: 6, most: undefined }],
  ['rule', 'list is not sorted', { list: ['b', 'a'] }],
  ['rule', 'network too small', { formats: { cidr: '10.0.0.0/24' } }],
  ['rule', 'port of zero', { portOrName: 0 }],
  ['rule', 'port as text', { portOrName: 'http' }],
  ['rule', 'dashed name', { 'dashed-name': 'no' }],
  ['rule', 'namespace too long', { namespace: 'longer' }],
  ['rule', 'a time too late', { formats: { time: '2031-01-01T00:00:00Z' } }],
  ['rule', 'a duration too long', { formats: { duration: '61m' } }],
  ['rule', 'a duration in days', { formats: { duration: '1d' } }],
  ['rule', 'too little memory', { memory: '1Ki' }],
  ['rule', 'memory is no quantity', { memory: 'lots' }],
  ['rule', 'double too small', { double: 0.25 }],
  ['rule', 'counted too high', { counted: { a: 10 } }],
  ['rule', 'either b', { either: { b: 'cx' } }],
  ['rule', 'either b is good', { either: { b: 'bx' } }],
  ['rule', 'defaults alone', { least: undefined, most: undefined, list: undefined, counted: undefined }],
  ['text', 'code points are counted', { text: 'éééé' }],
  ['text', 'six characters', { text: 'éééééé' }],
  ['text', 'one character', { text: 'a' }],
  ['text', 'inline flag and end of text', { portable: 'aBc' }],
  ['text', 'inline flag and line break', { portable: 'aBc\n' }],
  ['number', 'odd', { whole: 3 }],
  ['number', 'below', { whole: -2 }],
  ['number', 'above', { whole: 12 }],
  ['number', 'exclusive 0', { double: 0 }],
  ['number', 'exclusive 1', { double: 1 }],
  ['number', 'int32 just fits', { small: 2147483647 }],
  ['number', 'int32 does not fit', { small: 2147483648 }],
  ['number', 'int32 fits below', { small: -2147483648 }],
  ['number', 'int64 does not fit', { large: 1e19 }],
  ['number', 'no format, large', { most: 2 ** 40 }],
  ['list', 'too many', { list: ['a', 'b', 'c', 'd'] }],
  ['list', 'set with doubles', { set: ['a', 'a'] }],
  ['list', 'map with doubles by a default', { map: [{ name: 'a' }, { name: 'a', protocol: 'TCP' }] }],
  ['list', 'map without a key', { map: [{ protocol: 'TCP' }] }],
  [
    'list',
    'map with other keys',
    {
      map: [
        { name: 'a', protocol: 'TCP' },
        { name: 'a', protocol: 'SCTP' },
      ],
    },
  ],
  ['list', 'too many fields', { counted: { a: 1, b: 2, c: 3, d: 4 } }],
  ['list', 'too few fields', { filled: {} }],
  ['combination', 'oneOf both', { either: { a: 'x', b: 'b' } }],
  ['combination', 'oneOf none', { either: {} }],
  ['combination', 'anyOf by range', { any: { a: 4 } }],
  ['combination', 'anyOf by the other', { any: { a: 4, b: 1 } }],
  ['combination', 'anyOf none', { any: {} }],
  ['combination', 'not', { never: { a: 'x', b: 'y' } }],
  ['combination', 'allOf length', { all: 'x' }],
  ['combination', 'allOf pattern', { all: 'yy' }],
  ['combination', 'int-or-string with a pattern', { anyPort: 'x' }],
  ['combination', 'int-or-string with a number', { anyPort: 5 }],
  ['combination', 'int-or-string with a flag', { anyPort: true }],
  ['combination', 'int-or-string with a fraction', { portOrName: 1.5 }],
  ['null', 'nullable', { maybe: null }],
  ['null', 'nullable with an enum', { maybeOf: null }],
  ['null', 'null for a default', { least: null }],
  ['null', 'null for a required field', { text: null }],
  ['null', 'null in a map', { counted: { a: null } }],
  ['null', 'null in a preserved object', { open: { known: null, other: null } }],
  ['unknown', 'in a preserved object', { open: { anything: { goes: true } } }],
  ['type', 'in a preserved object', { open: { known: 5 } }],
  ['embedded', 'without kind', { embedded: { apiVersion: 'v1', metadata: { name: 'x' } } }],
  ['embedded', 'without apiVersion', { embedded: { kind: 'X', metadata: { name: 'x' } } }],
  ['embedded', 'without name', { embedded: { apiVersion: 'v1', kind: 'X' } }],
  ['embedded', 'bad name', { embedded: { apiVersion: 'v1', kind: 'X', metadata: { name: 'X_Y' } } }],
  [
    'embedded',
    'label of a wrong type',
    { embedded: { apiVersion: 'v1', kind: 'X', metadata: { name: 'x', labels: { a: 1 } } } },
  ],
  [
    'embedded',
    'unknown in metadata',
    { embedded: { apiVersion: 'v1', kind: 'X', metadata: { name: 'x', nam: 'y' } } },
  ],
  [
    'embedded',
    'closed, unknown',
    { closedEmbedded: { apiVersion: 'v1', kind: 'X', metadata: { name: 'x' }, spec: { b: 'c' } } },
  ],
  [
    'embedded',
    'closed, unknown at its top',
    { closedEmbedded: { apiVersion: 'v1', kind: 'X', metadata: { name: 'x' }, data: {} } },
  ],
  [
    'embedded',
    'closed, type',
    { closedEmbedded: { apiVersion: 'v1', kind: 'X', metadata: { name: 'x' }, spec: { a: 1 } } },
  ],
  ['embedded', 'empty apiVersion', { embedded: { apiVersion: '', kind: 'X', metadata: { name: 'x' } } }],
];

const formats = {
  time: [
    '2026-01-31',
    '2026-01-31T12:00:00',
    '2026-01-31T12:00:00+01:00',
    '2026-02-30T12:00:00Z',
    '2026-01-31 12:00:00Z',
    '2026-01-31T12:00:00.123Z',
    '2026-01-31t12:00:00z',
    '2026-01-31T25:00:00Z',
    '',
  ],
  date: ['2026-1-31', '2026-02-30', '2026-01-31T00:00:00Z', '20260131', ''],
  duration: ['1', '1x', '1h30m', '-5m', '1.5h', '2 days', '3w', '1 hour', '', '0', '5 s', 'P1D'],
  byte: ['a', 'aGVsbG8', 'aGVsbG8=', '****', '', 'aGVs bG8='],
  uuid: [
    'x',
    '123E4567-E89B-12D3-A456-426614174000',
    '123e4567e89b12d3a456426614174000',
    '{123e4567-e89b-12d3-a456-426614174000}',
  ],
  uuid4: ['123e4567-e89b-12d3-a456-426614174000', '123e4567-e89b-42d3-7456-426614174000'],
  ipv4: ['1.2.3', '256.1.1.1', '01.2.3.4', '::1', '1.2.3.4/8', ''],
  ipv6: ['1.2.3.4', '::ffff:1.2.3.4', 'fe80::1%eth0', 'g::', '1:2:3:4:5:6:7:8:9', '::'],
  cidr: ['10.0.0.0', '10.0.0.1/16', '10.0.0.0/33', 'fd00::/8', '10.0.0.0/08'],
  uri: [
    'example.org',
    '/path',
    'http://',
    'mailto:a@b',
    'http://a b',
    'http://a:x/',
    '',
    '//host/x',
    'urn:x:y',
    '#fragment',
  ],
  email: ['a', 'a@b', 'A <a@b.org>', '@b', 'a@b@c', 'a b@c', ''],
  hostname: ['a', '-a', 'a_b', 'a.b', 'a..b', 'a.b.', 'x'.repeat(70), '', '1.2.3.4', 'münchen.de'],
  mac: ['00:11:22:33:44', '00-11-22-33-44-55', '0011.2233.4455', '00:11:22:33:44:55:66:77', 'x'],
  hexcolor: ['red', 'fff', '#ffff', '#FFFFFF'],
  rgbcolor: ['rgb(256,0,0)', 'rgb(1, 2, 3)', 'rgba(1,2,3,0)', 'rgb(01,2,3)'],
  isbn: ['123', '0-306-40615-2', '978-3-16-148410-1'],
  creditcard: ['1', '4111111111111112', '4111-1111-1111-1111'],
  ssn: ['1', '111 11 1111', '111111111'],
  bsonobjectid: ['1', '507F1F77BCF86CD799439011', '507f1f77bcf86cd79943901'],
  shortName: ['Upper', 'a.b', 'x'.repeat(64), ''],
  longName: ['Upper', 'a..b', 'x'.repeat(254), 'a.b'],
  unknown: ['', '!'],
};

/** Objects by hand: [{ category, what, object }]. */
export function wrongOnes(right) {
  const of = (kind, part = '') =>
    right.find(({ name, object }) => object.kind === kind && name.includes(part)).object;
  const base = of('Kitchen');
  const withSpec = (object, more) => ({ ...object, spec: { ...object.spec, ...more } });
  const made = kitchen.map(([category, what, more]) => ({ category, what, object: withSpec(base, more) }));
  for (const [name, values] of Object.entries(formats))
    for (const value of values)
      made.push({
        category: 'format',
        what: `${name} ${value.slice(0, 40)}`,
        object: withSpec(base, { formats: { [name]: value } }),
      });
  const galera = of('MariaDB', 'k8s-mariadb');
  made.push(
    { category: 'rule', what: 'even Galera', object: withSpec(galera, { replicas: 4 }) },
    {
      category: 'rule',
      what: 'even Galera that is allowed',
      object: withSpec(galera, { replicas: 4, replicasAllowEvenNumber: true }),
    },
    {
      category: 'rule',
      what: 'even, no Galera',
      object: withSpec(galera, { replicas: 4, galera: undefined }),
    },
    {
      category: 'rule',
      what: 'Galera off',
      object: withSpec(galera, { replicas: 4, galera: { enabled: false } }),
    },
    { category: 'rule', what: 'Galera without replicas', object: withSpec(galera, { replicas: undefined }) },
    {
      category: 'rule',
      what: 'Galera without enabled',
      object: withSpec(galera, { replicas: 2, galera: {} }),
    },
  );
  const work = of('ManifestWork');
  for (const [what, condition] of [
    ['empty condition', ''],
    ['a condition', 'Ready'],
    ['no condition', undefined],
  ]) {
    const [config] = work.spec.manifestConfigs;
    const conditionRules = [
      { type: 'CEL', celExpressions: ['true'], ...(condition === undefined ? {} : { condition }) },
    ];
    made.push({
      category: 'rule',
      what,
      object: withSpec(work, { manifestConfigs: [{ ...config, conditionRules }] }),
    });
  }
  return made;
}
