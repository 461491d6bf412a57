import { expect, test } from 'vitest';
import { foundBy, hubObject } from './testing.js';

const id = 'slice/location';
const found = (place: string) =>
  foundBy(id, hubObject('Cluster', `{ clusterProperty: { geoLocation: ${place} } }`));

test('half a location is refused', () => {
  expect(found('{ latitude: "52.37" }')).toEqual(['error 4:53 fra has a latitude without a longitude']);
  expect(found('{ latitude: "", longitude: "4.9" }')).toEqual([
    'error 4:68 fra has a longitude without a latitude',
  ]);
});

test('what is no degree is refused', () => {
  expect(found('{ latitude: "90.1", longitude: "-181" }')).toEqual([
    'error 4:53 the latitude 90.1 is no number from -90 to 90',
    'error 4:72 the longitude -181 is no number from -180 to 180',
  ]);
  expect(found('{ latitude: north, longitude: "8,68" }')).toEqual([
    'error 4:53 the latitude north is no number from -90 to 90',
    'error 4:71 the longitude 8,68 is no number from -180 to 180',
  ]);
});

test.each([
  '{}',
  '{ latitude: "", longitude: "" }',
  '{ latitude: "-90", longitude: "180.0" }',
  '{ latitude: "+.5", longitude: "1e1" }',
  '{ latitude: 50.1, longitude: 8.6 }',
])('%s is right, or the schema’s to refuse', (place) => expect(found(place)).toEqual([]));
