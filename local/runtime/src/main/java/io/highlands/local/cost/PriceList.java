// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import tools.jackson.databind.json.JsonMapper;

/**
 * CloudWatch's prices in dollars a month, without the free tier. They change: the list says where and when it was read.
 *
 * @param region of the list
 * @param asOf month in which it was read
 * @param source where it was read
 * @param customMetric one series, of the first 10,000
 * @param alarmMetric one metric of an alarm of standard resolution
 * @param compositeAlarm one composite alarm
 * @param dashboard one dashboard
 * @param thousandRequests a thousand calls of PutMetricData
 */
public record PriceList(String region, String asOf, String source, double customMetric, double alarmMetric,
        double compositeAlarm, double dashboard, double thousandRequests) {

    /** {@return the list that comes with this command} */
    public static PriceList bundled() {
        try (InputStream list = PriceList.class.getResourceAsStream("prices.json")) {
            return JsonMapper.shared().readValue(list, PriceList.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
