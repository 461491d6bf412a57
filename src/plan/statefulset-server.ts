import { configurationFile, type Setting } from '../sizing/index.js';
import type { Database } from '../topology/index.js';
import { serverVersionOfImage } from './image.js';

/** Where the secret of `tls.secret` is mounted. */
export const tlsFolder = '/etc/mysql/tls';

/** Socket of the server, on which it knows its own user without a password. */
export const serverSocket = '/run/mysqld/mysqld.sock';

/** What every member must say alike, whatever its size. Addresses and names come from the start script. */
export function galeraSettings({ tls }: Database, image: string): Setting[] {
  const { ubi } = serverVersionOfImage(image);
  const needed = 'Galera replicates rows of InnoDB tables only';
  return [
    { option: 'binlog_format', value: 'ROW', why: needed },
    { option: 'default_storage_engine', value: 'InnoDB', why: needed },
    { option: 'innodb_autoinc_lock_mode', value: 2, why: 'members take numbers without asking each other' },
    { option: 'skip-name-resolve', value: true, why: 'a login waits for no DNS server' },
    { option: 'socket', value: serverSocket, why: 'where the scripts look for it, whatever the image says' },
    { option: 'wsrep_on', value: true, why: 'a member of a Galera cluster' },
    {
      option: 'wsrep_provider',
      value: ubi ? '/usr/lib64/galera/libgalera_smm.so' : '/usr/lib/galera/libgalera_smm.so',
      why: 'where the image has it',
    },
    { option: 'wsrep_sst_method', value: 'mariabackup', why: 'a full copy that does not block its donor' },
    {
      option: 'wsrep_sst_auth',
      value: 'mysql:',
      why: 'mysql@localhost logs in by the socket, without a password',
    },
    ...(tls?.secret === undefined ? [] : tlsSettings(tls.required ?? false)),
  ];
}

function tlsSettings(required: boolean): Setting[] {
  const why = 'tls.secret';
  return [
    { option: 'ssl_ca', value: `${tlsFolder}/ca.crt`, why },
    { option: 'ssl_cert', value: `${tlsFolder}/tls.crt`, why },
    { option: 'ssl_key', value: `${tlsFolder}/tls.key`, why },
    ...(required ? [{ option: 'require_secure_transport', value: true, why: 'tls.required' }] : []),
  ];
}

/** Options of Galera's library that members and the arbitrator must say alike. */
function groupOptions({ tls }: Database, ipv6: boolean): string[] {
  return [
    'pc.recovery=no',
    ...(ipv6 ? ['gmcast.listen_addr=tcp://[::]:4567'] : []),
    ...(tls?.secret === undefined
      ? []
      : [
          'socket.ssl=yes',
          `socket.ssl_ca=${tlsFolder}/ca.crt`,
          `socket.ssl_cert=${tlsFolder}/tls.crt`,
          `socket.ssl_key=${tlsFolder}/tls.key`,
        ]),
  ];
}

/** What garbd is told: it keeps nothing, and has a root file system to which it cannot write. */
export function arbitratorOptions(source: Database, ipv6: boolean): string {
  return [...groupOptions(source, ipv6), 'base_dir=/tmp'].join(';');
}

/** Text of the option file: the server, and what only its state transfers read. */
export function serverFile(settings: readonly Setting[], source: Database, ipv6: boolean): string {
  const { tls } = source;
  const joined = joinProviderOptions(settings, groupOptions(source, ipv6));
  const server = configurationFile('mariadb', joined) ?? '';
  const transfer = [
    '',
    '[sst]',
    '# what goes wrong in a transfer is said in the log of the container',
    'sst-syslog = -1',
  ];
  if (tls?.secret !== undefined) {
    transfer.push(
      '# tls.secret: transfers are encrypted, and the certificate must be of this authority; 3 would want the address of the pod in it',
      'encrypt = 4',
      `tca = ${tlsFolder}/ca.crt`,
      `tcert = ${tlsFolder}/tls.crt`,
      `tkey = ${tlsFolder}/tls.key`,
    );
  }
  return `${server}${transfer.join('\n')}\n`;
}

function joinProviderOptions(settings: readonly Setting[], own: readonly string[]): Setting[] {
  const why = 'pc.recovery: the start script decides, from what all members say';
  const sized = settings.find(
    ({ option }) => option.toLowerCase().replaceAll('-', '_') === 'wsrep_provider_options',
  );
  const joined: Setting = {
    option: 'wsrep_provider_options',
    value: [...(sized ? [String(sized.value)] : []), ...own].join(';'),
    why: sized ? `${sized.why}; ${why}` : why,
  };
  return sized ? settings.map((each) => (each === sized ? joined : each)) : [...settings, joined];
}
