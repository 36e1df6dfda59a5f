// SPDX-License-Identifier: Apache-2.0
/**
 * CloudFormation without AWS: reads a cloud assembly, orders its stacks and resources as AWS creates them, and evaluates
 * intrinsic functions and references when a value is asked for. It knows names and attributes of resource types, and
 * nothing of what any of them does.
 */
package io.highlands.local.template.cloudformation;
