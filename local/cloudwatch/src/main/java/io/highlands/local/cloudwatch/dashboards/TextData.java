// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

/**
 * The text of a text widget.
 *
 * @param markdown the text, variables replaced
 */
public record TextData(String markdown) implements WidgetData {

    @Override
    public boolean empty() {
        return false;
    }
}
