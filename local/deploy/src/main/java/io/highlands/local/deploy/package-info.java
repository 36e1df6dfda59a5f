// SPDX-License-Identifier: Apache-2.0
/**
 * The way from synthesized stacks to a running environment in AWS: checks, plans and the commands of the AWS CLI and the
 * pinned CDK CLI. No AWS SDK: profiles, single sign-on and signing belong to those commands.
 */
package io.highlands.local.deploy;
