// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

/**
 * Where a widget lies on the dashboard's grid of 24 columns.
 *
 * @param x first column, 0 to 23
 * @param y first row, from 0
 * @param width columns, 1 to 24
 * @param height rows, 1 to 1,000
 */
public record Place(int x, int y, int width, int height) {}
