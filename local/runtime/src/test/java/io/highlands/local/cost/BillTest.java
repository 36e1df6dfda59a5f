// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cost;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a month comes to. */
class BillTest {

    private static final PriceList PRICES = PriceList.bundled();

    @Test
    void everythingIsCountedAtTheListPrice() {
        Bill bill = Bill.of(JsonMapper.shared().readTree("""
                {"customMetrics": {"service-a": 18, "service-b": 25}, "alarmMetrics": 40, "compositeAlarms": 3,
                 "dashboards": 6}"""), 2, PRICES);

        assertThat(bill.lines()).extracting(Bill.Line::what).startsWith("custom metrics of service-a",
                "custom metrics of service-b");
        assertThat(bill.dollars()).isCloseTo(43 * 0.30 + 2 * 43.8 * 0.01 + 40 * 0.10 + 3 * 0.50 + 6 * 3.00,
                within(0.001));
    }

    @Test
    void theListSaysWhereAndWhenItWasRead() {
        assertThat(PRICES.region()).isEqualTo("us-east-1");
        assertThat(PRICES.asOf()).matches("20\\d\\d-\\d\\d");
        assertThat(PRICES.source()).startsWith("https://aws.amazon.com/");
    }
}
