// SPDX-License-Identifier: Apache-2.0
/** Systems Manager's Parameter Store: what the stacks and the file of local values put there. */
package io.highlands.local.aws.operations.parameters;
