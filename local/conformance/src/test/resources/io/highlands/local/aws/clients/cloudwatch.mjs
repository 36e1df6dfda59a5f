// SPDX-License-Identifier: Apache-2.0
// One call with the AWS SDK for JavaScript: node cloudwatch.mjs ENDPOINT put|get|dashboard INPUT, the input in JSON.
import { readFileSync } from 'node:fs';
import { CloudWatchClient, GetDashboardCommand, GetMetricDataCommand, PutMetricDataCommand }
  from '@aws-sdk/client-cloudwatch';

const [endpoint, call, file] = process.argv.slice(2);
const times = new Set(['Timestamp', 'StartTime', 'EndTime']);
const input = JSON.parse(readFileSync(file, 'utf8'), (key, value) => (times.has(key) ? new Date(value) : value));
const commands = { put: PutMetricDataCommand, get: GetMetricDataCommand, dashboard: GetDashboardCommand };
const client = new CloudWatchClient({
  endpoint, region: 'us-east-1', maxAttempts: 1, credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
});
try {
  const output = await client.send(new commands[call](input));
  console.log(JSON.stringify(output.MetricDataResults ?? []));
} catch (error) {
  console.log(JSON.stringify({ code: error.Code ?? error.Error?.Code ?? error.name, status: error.$metadata?.httpStatusCode, message: error.message }));
}
