import { expect, test } from 'vitest';
import { serverVersionOfImage } from './image.js';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  ['mariadb:11.8.8', '11.8.8'],
  ['docker.io/library/mariadb:10.11.18-jammy', '10.11.18'],
  ['mariadb:10.6.27-focal', '10.6.27'],
  ['mariadb:11.8.8-ubi', '11.8.8'],
  ['mariadb:11.8.8-ubi9', '11.8.8'],
  ['mariadb:12.3.1-rc', '12.3.1'],
  ['mariadb:v11.4.12', '11.4.12'],
  ['registry:5000/mariadb:11.4', '11.4'],
  ['registry:5000/team/mariadb:11', undefined],
  [`mariadb:11.8.8@${digest}`, '11.8.8'],
  ['enterprise-server:11.4.7-4', '11.4.7'],
  [' mariadb:11.8.8 ', '11.8.8'],
  ['mariadb:lts', undefined],
  ['mariadb:latest', undefined],
  ['mariadb:lts-ubi9', undefined],
  ['mariadb:lts-noble', undefined],
  ['mariadb', undefined],
  ['mariadb:', undefined],
  ['registry:5000/mariadb', undefined],
  ['10.0.0.1:5000/mariadb', undefined],
  [`mariadb@${digest}`, undefined],
  ['mariadb:2026.11.21', undefined],
  ['mariadb:1.4.0', undefined],
  ['mariadb:11.8.8.1', undefined],
  ['mariadb:11.8.8b', undefined],
  ['', undefined],
])('the server of %s is %s', (image, version) => {
  expect(serverVersionOfImage(image).version).toBe(version);
});

test('takes a name apart', () => {
  expect(serverVersionOfImage(`registry:5000/team/mariadb:11.8.8-ubi9@${digest}`)).toEqual({
    repository: 'registry:5000/team/mariadb',
    tag: '11.8.8-ubi9',
    digest,
    version: '11.8.8',
    ubi: true,
    digestOnly: false,
    moving: false,
  });
});

test('without a tag it is the latest', () => {
  expect(serverVersionOfImage('registry:5000/mariadb')).toEqual({
    repository: 'registry:5000/mariadb',
    tag: 'latest',
    digest: undefined,
    version: undefined,
    ubi: false,
    digestOnly: false,
    moving: true,
  });
});

test('a digest alone says no version', () => {
  expect(serverVersionOfImage(`mariadb@${digest}`)).toEqual({
    repository: 'mariadb',
    tag: undefined,
    digest,
    version: undefined,
    ubi: false,
    digestOnly: true,
    moving: false,
  });
});

test.each([
  ['mariadb:11.8.8', false],
  ['mariadb:11.8.8-noble', false],
  ['mariadb:11.8', true],
  ['mariadb:11', true],
  ['mariadb:lts', true],
  ['mariadb', true],
  [`mariadb:lts@${digest}`, false],
])('the tag of %s is moved: %s', (image, moving) => {
  expect(serverVersionOfImage(image).moving).toBe(moving);
});

test.each([
  ['mariadb:11.8.8-ubi', true],
  ['mariadb:lts-ubi9', true],
  ['mariadb:ubi', true],
  ['mariadb:11.8.8', false],
  ['ubi/mariadb:11.8.8', false],
  ['mariadb:11.8.8-ubiquity', false],
])('%s is built on UBI: %s', (image, ubi) => {
  expect(serverVersionOfImage(image).ubi).toBe(ubi);
});
