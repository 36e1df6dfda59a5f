// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.bounds;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Expressions of callers in linear time.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">What RE2 has and has not</a>
 * @see <a href="https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS">Evil expressions</a>
 */
@Timeout(60)
class LinearPatternTest {

    private static final String EVIL = "a".repeat(5_000) + "!";

    @Test
    void expressionsThatBacktrackElsewhereEndSoon() {
        assertThat(LinearPattern.of("(a|aa)+$").finds(EVIL)).isFalse();
        assertThat(LinearPattern.of("(a+)+$").finds(EVIL)).isFalse();
        assertThat(LinearPattern.of("(.*a){25}$").finds(EVIL)).isFalse();
        assertThat(LinearPattern.of("^(a|a)*$").finds(EVIL)).isFalse();
        assertThat(LinearPattern.of("^(([a-z])+.)+[A-Z]([a-z])+$").finds(EVIL)).isFalse();
    }

    /**
     * RE2/J 1.8 never ended to compile these: https://www.unicode.org/Public/UCD/latest/ucd/CaseFolding.txt has "1C80; C; 0432",
     * and RE2/J's table of letters with more than two cases is older than Unicode 9.
     */
    @ParameterizedTest
    @ValueSource(strings = {"(?i)\u1C80", "(?i)[a-\u2028]", "(?i)[\u1C88]", "(?i)[\\x{1C00}-\\x{FFFF}]",
            "(?i)\\x{1c85}",
            "x(?si:[!-\uD83D\uDE00])", "(?i)[^\u1C81-\u1C82]"})
    void lettersWhoseCasesTheEngineCannotFollowAreRefusedWhereCaseIsIgnored(String expression) {
        assertThatThrownBy(() -> LinearPattern.of(expression)).isInstanceOf(PatternException.class)
                .hasMessage("ignoring case, (?i), is not supported for the letters U+1C80 to U+1C88");
    }

    @Test
    void otherLettersAndRangesIgnoreCase() {
        assertThat(LinearPattern.of("(?i)[a-z]\u00F6-\u0432").finds("X\u00D6-\u0412")).isTrue();
        assertThat(LinearPattern.of("[a-\u2028]\u1C80").finds("z\u1C80")).isTrue();
    }

    @Test
    void whatALinearEngineCannotDoIsRefusedByName() {
        assertThatThrownBy(() -> LinearPattern.of("a(?=b)"))
                .hasMessageStartingWith("the look-ahead (?=…) is not supported");
        assertThatThrownBy(() -> LinearPattern.of("a(?!b)")).hasMessageStartingWith("the look-ahead (?!…)");
        assertThatThrownBy(() -> LinearPattern.of("(?<=a)b")).hasMessageStartingWith("the look-behind (?<=…)");
        assertThatThrownBy(() -> LinearPattern.of("(?<!a)b")).hasMessageStartingWith("the look-behind (?<!…)");
        assertThatThrownBy(() -> LinearPattern.of("(a)\\1")).hasMessageStartingWith("the back reference \\1");
        assertThatThrownBy(() -> LinearPattern.of("(?<n>a)\\k<n>")).hasMessageStartingWith("the back reference \\k");
        assertThatThrownBy(() -> LinearPattern.of("(?>a)")).hasMessageStartingWith("the atomic group (?>…)");
        assertThatThrownBy(() -> LinearPattern.of("a++")).hasMessageStartingWith("the possessive quantifier ++");
        assertThatThrownBy(() -> LinearPattern.of("[a-z&&[^b]]")).hasMessageStartingWith("the intersection &&");
    }

    @Test
    void whatLooksLikeAConstructWithinAClassOrAQuoteIsText() {
        assertThat(LinearPattern.of("[(?=]+").finds("?=")).isTrue();
        assertThat(LinearPattern.of("\\Q(?=\\E").finds("(?=")).isTrue();
        assertThat(LinearPattern.of("\\(\\?=").finds("(?=")).isTrue();
        assertThat(LinearPattern.of("[[:alpha:]]{2}[]x]").finds("ab]")).isTrue();
    }

    @Test
    void repetitionsOfRepetitionsAreRefusedBeforeTheyAreCompiled() {
        assertThatThrownBy(() -> LinearPattern.of("(((a{100}){100}){100})")).hasMessageContaining("too large");
        assertThatThrownBy(() -> LinearPattern.of("(?:\\pL{1000}){1000}")).hasMessageContaining("too large");
        assertThat(LinearPattern.of("\\d{1,3}(\\.\\d{1,3}){3}").finds("from 10.0.0.1")).isTrue();
    }

    @Test
    void groupsWithinGroupsAreRefusedBeforeTheyOverflowTheStack() {
        assertThatThrownBy(() -> LinearPattern.of("(".repeat(5_000) + "a" + ")".repeat(5_000)))
                .hasMessage("the expression nests more than 100 groups");
    }

    @Test
    void namedGroupsComeInOrderAndMayHoldUnderscores() {
        LinearPattern pattern = LinearPattern.of("(?<the_user>\\w+)=(?P<n>\\d+)?");

        assertThat(pattern.groups()).containsExactly("the_user", "n");
        assertThat(pattern.find("ada=7")).hasValueSatisfying(found -> assertThat(found).containsExactly("ada", "7"));
        assertThat(pattern.find("ada=")).hasValueSatisfying(found -> assertThat(found).containsExactly("ada", null));
        assertThat(pattern.find("-")).isEmpty();
    }

    @Test
    void aMatchOverOneLongLineEndsWithTheQuerysTime() {
        LinearPattern pattern = LinearPattern.of("(.*a){300}$");
        String line = "a".repeat(250_000) + "!";

        assertThatThrownBy(() -> WorkLimit.of(Duration.ofMillis(200), 1).run(() -> pattern.finds(line)))
                .isInstanceOfSatisfying(WorkStoppedException.class,
                        over -> assertThat(over.reason()).isEqualTo(WorkStoppedException.Reason.TIME));
    }
}
