// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

/**
 * A widget that shows text.
 *
 * @param place where it lies
 * @param markdown the text
 * @param transparent whether it has no background
 */
public record TextWidget(Place place, String markdown, boolean transparent) implements Widget {

    @Override
    public String title() {
        return "";
    }
}
