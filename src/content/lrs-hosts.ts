/** The addresses of the LRSs that this build may send to, each with a slash at its end; empty for most builds. */
export function lrsHosts(): string[] {
  return (process.env['CUSTODIA_LRS'] ?? '').split(' ').filter((address) => address !== '');
}
