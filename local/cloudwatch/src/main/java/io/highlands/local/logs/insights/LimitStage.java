// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.function.Consumer;

/** {@code limit}: lets so many rows pass. */
final class LimitStage implements Stage {

    private final int most;
    private int passed;

    LimitStage(int most) {
        this.most = most;
    }

    @Override
    public void accept(Row row, Consumer<Row> next) {
        if (passed < most) {
            passed++;
            next.accept(row);
        }
    }

    @Override
    public boolean done() {
        return passed >= most;
    }
}
