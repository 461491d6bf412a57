import packageFile from '../package.json' with { type: 'json' };

/** Version of dbspan. */
export const version: string = packageFile.version;

/** Where dbspan's documentation lies, as package.json says it. */
export const homepage: string | undefined = (packageFile as { readonly homepage?: string }).homepage;
