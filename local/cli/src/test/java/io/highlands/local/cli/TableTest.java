// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("NAME", "N");
        table.row("service-a", 1);
        StringWriter printed = new StringWriter();
        table.print(new PrintWriter(printed, true));

        assertThat(printed.toString().lines()).containsExactly("NAME       N", "service-a  1");
    }
}
