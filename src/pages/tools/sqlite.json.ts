/**
 * SQLite for the browser, as one file: the text of a worker (sql.js and our part) and its program, compressed and
 * written in letters, because a page opened from a stick takes data only from scripts.
 */
import type { APIRoute } from 'astro';
import { sqliteTool } from '../../content/tools.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(sqliteTool()), { headers: { 'content-type': 'application/json' } });
