// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables and examples of search-expression-syntax, "Tokenization" and "Partial matches". */
class SearchTokensTest {

    @ParameterizedTest
    @CsvSource({"CustomCount1, customcount1 custom count 1", "SDBFailure, sdbfailure sdb failure",
            "Project2-trial333, project2trial333 project 2 trial 333",
            "Network-Errors_2, networkerrors2 network errors 2",
            "simple, simple"})
    void awsTableOfTokens(String name, String tokens) {
        assertThat(Tokens.of(name)).containsExactly(tokens.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "Count", "COUNT", "CustomCount", "Count1", "custom", "1"})
    void findsOneTokenInAnyCaseAndSeveralInTheirOwn(String word) {
        assertThat(Tokens.match(word, "CustomCount1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"couNT", "customcount", "count1", "ount", "CustomCount2"})
    void doesNotFindPartsOfTokensOrOtherCase(String word) {
        assertThat(Tokens.match(word, "CustomCount1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"network/errors", "network+errors", "network-errors", "Network_Errors"})
    void punctuationSeparatesTokensOfACompositeInAnyCase(String word) {
        assertThat(Tokens.match(word, "Network-Errors-2")).isTrue();
        assertThat(Tokens.match(word, "NetworkErrors2")).isTrue();
    }

    @Test
    void punctuationAloneFindsNothing() {
        assertThat(Tokens.match("--", "Network-Errors")).isFalse();
    }
}
