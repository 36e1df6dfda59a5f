// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

/**
 * Why a widget cannot be drawn.
 *
 * @param message in one line: what was found, what is allowed
 */
public record FailedData(String message) implements WidgetData {

    @Override
    public boolean empty() {
        return true;
    }
}
