// A site's folder on loopback, for the checkers that look at pages as they are published.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.pdf': 'application/pdf' };

/**
 * Serves the folder below a path; for everything else the page `missing` is shown, where there is one. Every answer has the headers too.
 * Gives the address of the folder, and what ends the server.
 */
export async function serve(site, below = '/', { headers = {}, missing } = {}) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = path.join(site, decodeURIComponent(pathname.slice(below.length)));
    const inside = pathname.startsWith(below) && file.startsWith(site + path.sep) && fs.existsSync(file) && fs.statSync(file).isFile();
    const shown = inside ? file : missing;
    response.writeHead(inside ? 200 : 404, { ...headers, ...(shown && { 'Content-Type': TYPES[path.extname(shown)] ?? 'application/octet-stream' }) });
    response.end(shown ? fs.readFileSync(shown) : '');
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { home: `http://127.0.0.1:${server.address().port}${below}`, close: () => server.close() };
}
