// SPDX-License-Identifier: Apache-2.0
// The refresh handlers against a stand-in for ECS. RefreshTest runs it with node --test.
const assert = require('node:assert/strict');
const Module = require('node:module');
const path = require('node:path');
const { beforeEach, test } = require('node:test');

let calls;
let answers;
class UpdateServiceCommand { constructor(input) { this.input = input; } }
class DescribeServicesCommand { constructor(input) { this.input = input; } }
class ECSClient {
  async send(command) {
    calls.push([command.constructor.name, command.input]);
    return answers.shift();
  }
}
const load = Module._load;
Module._load = (name, ...rest) => (name === '@aws-sdk/client-ecs'
  ? { ECSClient, UpdateServiceCommand, DescribeServicesCommand } : load(name, ...rest));

const { begin, isDone } = require(path.resolve('src/main/resources/io/highlands/infra/stacks/refresh.js'));

const event = (RequestType, more) => ({
  RequestType,
  ResourceProperties: { Cluster: 'highlands-dev', Service: 'service-a', Endpoints: 'service-b' },
  ...more,
});
const primary = (id, rolloutState, more) => ({ id, status: 'PRIMARY', rolloutState, ...more });
const describing = (...deployments) => ({ services: [{ deployments }] });

beforeEach(() => {
  calls = [];
  answers = [];
});

for (const type of ['Create', 'Update']) {
  test(`${type} begins one new deployment of the client`, async () => {
    answers = [{ service: { deployments: [primary('ecs-svc/2', 'IN_PROGRESS'), { id: 'ecs-svc/1', status: 'ACTIVE' }] } }];
    assert.deepEqual(await begin(event(type)), {
      PhysicalResourceId: 'highlands-dev/service-a', Data: { Deployment: 'ecs-svc/2' },
    });
    assert.deepEqual(calls, [['UpdateServiceCommand',
      { cluster: 'highlands-dev', service: 'service-a', forceNewDeployment: true }]]);
  });
}

test('Delete leaves the service alone', async () => {
  assert.deepEqual(await begin(event('Delete')), { PhysicalResourceId: 'highlands-dev/service-a' });
  assert.deepEqual(await isDone(event('Delete')), { IsComplete: true });
  assert.deepEqual(calls, []);
});

test('a deployment in progress is waited for', async () => {
  answers = [describing(primary('ecs-svc/2', 'IN_PROGRESS'))];
  assert.deepEqual(await isDone(event('Create', { Data: { Deployment: 'ecs-svc/2' } })), { IsComplete: false });
  assert.deepEqual(calls, [['DescribeServicesCommand', { cluster: 'highlands-dev', services: ['service-a'] }]]);
});

test('a completed deployment is done', async () => {
  answers = [describing(primary('ecs-svc/2', 'COMPLETED'))];
  assert.deepEqual(await isDone(event('Update', { Data: { Deployment: 'ecs-svc/2' } })), { IsComplete: true });
});

test('a failed deployment fails the stack and says why', async () => {
  answers = [describing(primary('ecs-svc/3', 'IN_PROGRESS'),
    { id: 'ecs-svc/2', status: 'ACTIVE', rolloutState: 'FAILED', rolloutStateReason: 'tasks failed to start' })];
  await assert.rejects(isDone(event('Create', { Data: { Deployment: 'ecs-svc/2' } })),
    { message: 'deployment ecs-svc/2 of service-a failed: tasks failed to start' });
});

test('a deployment that a later one replaced is done when that one is', async () => {
  answers = [describing(primary('ecs-svc/3', 'COMPLETED'))];
  assert.deepEqual(await isDone(event('Create', { Data: { Deployment: 'ecs-svc/2' } })), { IsComplete: true });
});

test('a service that is gone fails the stack', async () => {
  answers = [{ services: [] }];
  await assert.rejects(isDone(event('Create', { Data: { Deployment: 'ecs-svc/2' } })),
    { message: 'no service service-a in cluster highlands-dev' });
});
