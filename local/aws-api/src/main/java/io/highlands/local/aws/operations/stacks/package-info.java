// SPDX-License-Identifier: Apache-2.0
/** CloudFormation's operations that read: the stacks of the environment, run here or not. */
package io.highlands.local.aws.operations.stacks;
