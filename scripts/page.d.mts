export function pageAssets(): { readonly script: string; readonly style: string };
