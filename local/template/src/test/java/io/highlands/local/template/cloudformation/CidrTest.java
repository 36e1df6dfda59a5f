// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CidrTest {

    @TempDir
    private Path folder;

    @Test
    void blocksFollowEachOther() {
        assertThat(Subject.with(folder, "{'Fn::Cidr': ['10.0.0.0/16', 3, '8']}").texts("P"))
                .containsExactly("10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24");
    }

    @Test
    void blocksCarryOverIntoTheNextByte() {
        assertThat(Subject.with(folder, "{'Fn::Cidr': ['10.0.255.0/20', 16, 8]}").texts("P").getLast())
                .isEqualTo("10.0.255.0/24");
    }

    @Test
    void blocksThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Subject.with(folder, "{'Fn::Cidr': ['10.0.0.0/24', 5, 6]}").texts("P"))
                .hasMessage("stack/Subject P: Fn::Cidr: 5 blocks of 6 bits do not fit into 10.0.0.0/24");
    }

    @Test
    void whatIsNoBlockIsRefused() {
        assertThatThrownBy(() -> Subject.with(folder, "{'Fn::Cidr': ['10.0.0/24', 1, 6]}").texts("P"))
                .hasMessage("stack/Subject P: Fn::Cidr takes an IPv4 block such as 10.0.0.0/16, found '10.0.0/24'");
    }
}
