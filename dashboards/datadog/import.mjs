// SPDX-License-Identifier: Apache-2.0
// Puts an environment's rendered dashboard and monitors into Datadog; what it has put there before, it updates.
// node dashboards/datadog/import.mjs ENV [EXAMPLE=OWN ...], under DD_API_KEY, DD_APP_KEY and DD_SITE; see README.md.
// Exit codes: 0 done; 1 Datadog refused; 2 arguments, variables or files are wrong.
import { readFileSync } from 'node:fs';

class Failure extends Error {
    constructor(code, line) {
        super(line);
        this.code = code;
    }
}

const [environment, ...names] = process.argv.slice(2);

function variable(name) {
    if (!process.env[name]) {
        throw new Failure(2, `variable ${name}: found nothing; allowed: a key of Datadog`);
    }
    return process.env[name];
}

function rendered(what) {
    const file = new URL(`../rendered/${environment}/datadog-${what}.json`, import.meta.url);
    let text;
    try {
        text = readFileSync(file, 'utf8');
    } catch {
        throw new Failure(2, `environment: found ${environment ?? 'nothing'}; allowed: a folder of dashboards/rendered`);
    }
    for (const name of names) {
        const [example, own] = name.split('=');
        if (!own) {
            throw new Failure(2, `argument: found ${name}; allowed: EXAMPLE=OWN`);
        }
        text = text.replaceAll(example, own);
    }
    return JSON.parse(text);
}

const keys = () => ({ 'DD-API-KEY': variable('DD_API_KEY'), 'DD-APPLICATION-KEY': variable('DD_APP_KEY') });
const site = process.env.DD_SITE || 'datadoghq.com';
const api = process.env.DD_API_URL || `https://api.${site}`;

async function ask(method, path, body) {
    const headers = { ...keys(), 'Content-Type': 'application/json' };
    let answer;
    try {
        answer = await fetch(`${api}/api/v1/${path}`, { method, headers, body: body && JSON.stringify(body) });
    } catch (e) {
        throw new Failure(1, `${api}: ${e.cause?.message || e.message}`);
    }
    const text = await answer.text();
    if (!answer.ok) {
        throw new Failure(1, `${method} ${path} ${body?.name ?? ''}: ${answer.status} ${text.replace(/\s+/g, ' ').slice(0, 300)}`);
    }
    return text ? JSON.parse(text) : {};
}

async function put(path, known, body) {
    const { id } = await (known ? ask('PUT', `${path}/${known.id}`, body) : ask('POST', path, body));
    console.log(`${known ? 'updated' : 'created'} ${path} ${id} ${body.name ?? body.title}`);
    return id;
}

async function run() {
    const dashboard = rendered('dashboard');
    const monitors = rendered('monitors');
    const dashboards = (await ask('GET', 'dashboard')).dashboards ?? [];
    await put('dashboard', dashboards.find(existing => existing.title === dashboard.title), dashboard);
    const known = await ask('GET', `monitor?monitor_tags=platform:highlands,env:${environment}&page_size=1000&page=0`);
    const ids = {};
    for (const monitor of monitors) {
        // Parts stand before the composites that name them
        const query = monitor.type === 'composite' ? monitor.query.replace(/\$\{([^}]+)}/g, (_, part) => ids[part])
            : monitor.query;
        const before = known.find(each => each.name === monitor.name);
        ids[monitor.name] = await put('monitor', before, { ...monitor, query });
    }
}

run().catch(failure => {
    console.error(failure.message);
    process.exitCode = failure.code ?? 1;
});
