// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.List;
import java.util.function.Supplier;

/**
 * One command of a query.
 *
 * @param word its name
 * @param columns which columns it shows
 * @param shows how its columns change those before it
 * @param stage makes what does the work, anew for each run
 */
record Command(String word, List<String> columns, Shows shows, Supplier<Stage> stage) {

    /** How a command changes the columns of the answer. */
    enum Shows {
        /** It leaves them as they are. */
        SAME,
        /** It adds columns to those of earlier {@code fields}. */
        MORE,
        /** It adds columns, beside the usual ones where nothing else names columns. */
        BESIDE,
        /** Only its own are left. */
        ONLY
    }

    static Command of(String word, Supplier<Stage> stage) {
        return new Command(word, List.of(), Shows.SAME, stage);
    }
}
