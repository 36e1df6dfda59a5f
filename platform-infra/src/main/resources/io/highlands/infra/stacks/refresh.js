// SPDX-License-Identifier: Apache-2.0
// Starts one new deployment of a service and says when it is done.
const { ECSClient, UpdateServiceCommand, DescribeServicesCommand } = require('@aws-sdk/client-ecs');

const ecs = new ECSClient({});

exports.begin = async (event) => {
  const { Cluster: cluster, Service: service } = event.ResourceProperties;
  const PhysicalResourceId = `${cluster}/${service}`;
  if (event.RequestType === 'Delete') return { PhysicalResourceId };
  const answer = await ecs.send(new UpdateServiceCommand({ cluster, service, forceNewDeployment: true }));
  const begun = answer.service.deployments.find((deployment) => deployment.status === 'PRIMARY');
  return { PhysicalResourceId, Data: { Deployment: begun.id } };
};

exports.isDone = async (event) => {
  if (event.RequestType === 'Delete') return { IsComplete: true };
  const { Cluster: cluster, Service: service } = event.ResourceProperties;
  const answer = await ecs.send(new DescribeServicesCommand({ cluster, services: [service] }));
  if (!answer.services.length) throw new Error(`no service ${service} in cluster ${cluster}`);
  const { deployments } = answer.services[0];
  const ours = deployments.find((deployment) => deployment.id === event.Data.Deployment);
  // A later deployment has replaced ours; it began later, so it resolves no less
  const current = ours ?? deployments.find((deployment) => deployment.status === 'PRIMARY');
  if (current.rolloutState === 'FAILED') {
    throw new Error(`deployment ${current.id} of ${service} failed: ${current.rolloutStateReason}`);
  }
  return { IsComplete: current.rolloutState === 'COMPLETED' };
};
