// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import tools.jackson.databind.JsonNode;

/**
 * A widget of a dashboard as the console drew it.
 *
 * @param title what stands above it
 * @param data a chart's series, or HTML: what the console's page gets
 */
public record Panel(String title, JsonNode data) {}
