// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

/** CloudWatch's grid of 24 columns, by name. */
final class Grid {

    /** Columns of a whole row. */
    static final int FULL = 24;
    static final int HALF = 12;
    static final int TWO_THIRDS = 16;
    static final int THIRD = 8;
    static final int QUARTER = 6;

    /** Rows of a heading with its sentence. */
    static final int HEADING = 2;
    /** Rows of the top of a dashboard: purpose and links. */
    static final int TOP = 3;
    static final int STRIP = 5;
    static final int NUMBER = 4;
    static final int GRAPH = 6;
    static final int TABLE = 8;
    static final int LOG = 7;

    private Grid() {
    }
}
