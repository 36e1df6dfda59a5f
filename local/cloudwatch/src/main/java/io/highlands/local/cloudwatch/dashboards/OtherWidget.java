// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

/**
 * A widget that is deployed and not drawn here, such as {@code explorer}.
 *
 * @param place where it lies
 * @param title what stands above it
 * @param type its type in the body
 */
public record OtherWidget(Place place, String title, String type) implements Widget {}
