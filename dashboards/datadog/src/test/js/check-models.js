// SPDX-License-Identifier: Apache-2.0
// Reads JSON as Datadog's published API models do, and prints what they do not know.
// node check-models.js PACKAGE FILE...: a file whose name ends in dashboard.json holds a dashboard, any other a list of
// monitors.
'use strict';

const fs = require('fs');
const Module = require('module');
const path = require('path');

const [folder, ...files] = process.argv.slice(2);

// The models log through this package, which is all that they need beside themselves
const silent = { noConflict: () => ({ levels: {}, setLevel() {}, debug() {} }) };
const load = Module._load;
Module._load = (name, ...rest) => (name === 'loglevel' ? silent : load(name, ...rest));

const models = path.resolve(folder, 'dist/packages/datadog-api-client-v1/models');
const { ObjectSerializer } = require(path.join(models, 'ObjectSerializer.js'));
const { UnparsedObject } = require(path.resolve(folder, 'dist/packages/datadog-api-client-common/util.js'));

const faults = [];

// Values outside an enum and objects that are none of the allowed become unparsed; names that a model does not have are
// kept aside
function search(value, place) {
    if (value instanceof UnparsedObject) {
        faults.push(`${place}: ${JSON.stringify(value._data).slice(0, 200)} is none of what is allowed`);
    } else if (Array.isArray(value)) {
        value.forEach((item, i) => search(item, `${place}[${i}]`));
    } else if (value && typeof value === 'object') {
        for (const name of Object.keys(value.additionalProperties || {})) {
            faults.push(`${place}.${name}: unknown to ${value.constructor.name}`);
        }
        for (const [name, member] of Object.entries(value)) {
            search(member, `${place}.${name}`);
        }
    }
}

function check(json, type, place) {
    try {
        search(ObjectSerializer.deserialize(json, type), place);
    } catch (e) {
        faults.push(`${place}: ${e.message}`);
    }
}

for (const file of files) {
    const json = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (file.endsWith('dashboard.json')) {
        check(json, 'Dashboard', file);
    } else {
        json.forEach(each => check(each, 'Monitor', `${file} ${each.name}`));
    }
}
console.log(faults.join('\n'));
