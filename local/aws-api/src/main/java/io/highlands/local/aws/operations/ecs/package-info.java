// SPDX-License-Identifier: Apache-2.0
/** ECS's operations, over the tasks that really run: {@link io.highlands.local.ecs.EcsRuntime}. */
package io.highlands.local.aws.operations.ecs;
