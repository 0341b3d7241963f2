/** A clerk's link beside its site, as it is passed on. */
export type SiteLink = {
  readonly code: string;
  readonly site: string;
  readonly province: string | null;
  readonly link: string;
};

/** A spreadsheet must not take a name for a formula. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`;

/** The links as CSV (UTF-8 with its mark, which Excel needs to read Vietnamese). */
export const linkTable = (heads: readonly string[], links: readonly SiteLink[]): string => {
  const rows = links.map(({ code, site, province, link }) => [code, site, province ?? '', link]);
  return `\uFEFF${[heads, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
};
