// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.List;

/** One meaning, one colour, on every dashboard. From CloudWatch's own palette, and told apart by colour-blind readers. */
final class Palette {

    static final String GOOD = "#2ca02c";
    static final String CLIENT_ERROR = "#ff7f0e";
    static final String SERVER_ERROR = "#d62728";
    static final String NO_ANSWER = "#9467bd";

    static final String MEDIAN = "#aec7e8";
    static final String P95 = "#1f77b4";
    static final String P99 = "#08306b";
    static final String MEAN = "#17becf";

    /** Who saw it: the caller's HTTP client, the caller's proxy, the callee itself. */
    static final String CALLER = "#1f77b4";
    static final String PROXY = "#e377c2";
    static final String CALLEE = "#8c564b";

    static final String WANTED = "#7f7f7f";
    static final String STARTING = "#bcbd22";

    /** Lines at which an alarm fires. */
    static final String PAGE = "#d62728";
    static final String TICKET = "#ff9896";
    /** Lines that only say where something ends. */
    static final String LIMIT = "#7f7f7f";

    private static final List<String> SERIES = List.of("#1f77b4", "#ff7f0e", "#2ca02c", "#9467bd", "#8c564b",
            "#e377c2", "#bcbd22", "#17becf");

    private static final List<String> SERVER_ERRORS = List.of(SERVER_ERROR, "#8b0000", "#ff6b6b");
    private static final List<String> CLIENT_ERRORS = List.of(CLIENT_ERROR, "#b35900", "#ffbb78");

    private Palette() {
    }

    /** The colour of the service, edge or route at that place in the declaration, the same on every dashboard. */
    static String series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    /** A shade of the colour of 5xx. */
    static String serverError(int index) {
        return SERVER_ERRORS.get(index % SERVER_ERRORS.size());
    }

    /** A shade of the colour of 4xx. */
    static String clientError(int index) {
        return CLIENT_ERRORS.get(index % CLIENT_ERRORS.size());
    }
}
