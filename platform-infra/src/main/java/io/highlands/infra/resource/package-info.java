// SPDX-License-Identifier: Apache-2.0
/**
 * The resources that services may declare: one class per type, listed in
 * {@link io.highlands.infra.resource.ResourceTypes}.
 */
package io.highlands.infra.resource;
