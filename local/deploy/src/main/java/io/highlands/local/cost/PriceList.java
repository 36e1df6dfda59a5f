// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * Prices in dollars, without the free tier. They change: the list and each price say where and when they were read.
 *
 * @param region of the list
 * @param asOf month in which it was put together
 * @param source where most of it was read
 * @param prices by name
 */
public record PriceList(String region, String asOf, String source, Map<String, Price> prices) {

    private static final double HOURS_A_MONTH = 730;

    public PriceList {
        prices = Map.copyOf(prices);
    }

    /** {@return the list that comes with this command} */
    public static PriceList bundled() {
        try (InputStream list = PriceList.class.getResourceAsStream("prices.json")) {
            return JsonMapper.shared().readValue(list, PriceList.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return dollars for one unit of a price, by its name in {@code prices.json}} */
    double one(String name) {
        Price price = prices.get(name);
        if (price == null) {
            throw new IllegalArgumentException("the price list has no " + name);
        }
        return price.usd();
    }

    /** {@return dollars for one unit of an hourly price over a month of 730 hours} */
    double month(String name) {
        return one(name) * HOURS_A_MONTH;
    }
}
