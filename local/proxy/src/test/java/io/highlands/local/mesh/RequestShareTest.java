// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestShareTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 33, 50, 51, 67, 94, 99, 100})
    void ofEachHundredRequestsAsManyAreConcernedAsTheShareSays(int percent) {
        BitSet concerned = concerned(percent, 1000);

        for (int from = 0; from < 1000; from += 100) {
            assertThat(concerned.get(from, from + 100).cardinality()).isEqualTo(percent);
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 33", "20, 9", "50, 3"})
    void noRunOfTwoGroupsPassesWithoutOne(int percent, int requests) {
        BitSet concerned = concerned(percent, 10_000);

        for (int from = 0; from + requests <= 10_000; from++) {
            assertThat(concerned.get(from, from + requests).isEmpty()).as("from %d", from).isFalse();
        }
    }

    @Test
    void whichOfAGroupIsConcernedIsLeftToChance() {
        BitSet concerned = concerned(50, 10_000);

        List<Integer> firstOfTwo = new ArrayList<>();
        for (int from = 0; from < 10_000; from += 2) {
            firstOfTwo.add(concerned.get(from) ? 1 : 0);
        }

        assertThat(firstOfTwo.stream().mapToInt(Integer::intValue).sum()).isBetween(2300, 2700);
    }

    private static BitSet concerned(int percent, int requests) {
        RequestShare share = new RequestShare(percent, new SplittableRandom(1));
        BitSet concerned = new BitSet(requests);
        for (int request = 0; request < requests; request++) {
            concerned.set(request, share.next());
        }
        return concerned;
    }
}
