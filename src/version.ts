import packageFile from '../package.json' with { type: 'json' };

/** Version of dbspan. */
export const version: string = packageFile.version;
