// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

/**
 * A widget that shows the answer of a Logs Insights query.
 *
 * @param place where it lies
 * @param title what stands above it
 * @param query the query, beginning with {@code SOURCE 'group' |}
 * @param view {@link View#TABLE} (default), {@link View#TIME_SERIES}, {@link View#BAR} or {@link View#PIE}
 * @param stacked whether lines are stacked as areas
 */
public record LogWidget(Place place, String title, String query, View view, boolean stacked) implements Widget {}
