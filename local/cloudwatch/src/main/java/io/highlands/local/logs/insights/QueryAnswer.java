// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.List;
import java.util.Optional;

/**
 * The answer of a Logs Insights query.
 *
 * @param fields names of the columns in order
 * @param rows one value per column, null where the event has no such field
 * @param groups the columns by which {@code stats} gathered events, none without it
 * @param timeField the column that holds the periods' starts where the query groups by {@code bin}
 * @param binSeconds length of those periods, 0 without them
 * @param matched events that the filters let pass
 * @param scanned events read
 * @param bytes size of the events read
 * @param notes what the reader should know, such as that not all events were read
 */
public record QueryAnswer(List<String> fields, List<List<String>> rows, List<String> groups, Optional<String> timeField,
        int binSeconds,
        long matched, long scanned, long bytes, List<String> notes) {}
