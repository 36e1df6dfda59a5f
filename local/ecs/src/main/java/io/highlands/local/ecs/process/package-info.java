// SPDX-License-Identifier: Apache-2.0
/**
 * Child processes that are never lost: recorded before they run, reaped after a crash, read to their last line. It knows
 * nothing of ECS.
 */
package io.highlands.local.ecs.process;
