// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.hostile;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeapInUseTest {

    /** As JDK 25 prints it with the serial collector. */
    @Test
    void theGenerationsAreAddedAndMetaspaceIsNot() {
        assertThat(HeapInUse.parse("""
                4711:
                 DefNew     total 39296K, used 1024K [0x00000000f8000000, 0x00000000faaa0000, 0x00000000faaa0000)
                  eden space 34944K,   3% used [0x00000000f8000000, 0x00000000f8100000, 0x00000000fa220000)
                 Tenured    total 87424K, used 20480K [0x00000000faaa0000, 0x0000000100000000, 0x0000000100000000)
                   the  space 87424K,  23% used [0x00000000faaa0000, 0x00000000fbea0000, 0x0000000100000000)
                 Metaspace       used 30000K, committed 31000K, reserved 1114112K
                  class space    used 3000K, committed 3200K, reserved 1048576K
                """)).isEqualTo(21);
    }
}
